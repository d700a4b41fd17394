using DigestBot.Commands;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;
using static DigestBot.Tests.Infrastructure.Articles;

namespace DigestBot.Tests.Commands;

/// <summary>Topics, as people define and try them in a chat.</summary>
public sealed class TopicsCommandTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private ChatRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync("sqlite", Cancel);
        await _bot.ImportAsync(
            _bot.Operator, "Town Post", Cancel, Article("Ferry aground", "The ferry to Hven ran aground.", _bot.Clock.GetUtcNow().AddHours(-1)));
        _room = await ChatRoom.OpenAsync(_bot, Cancel);
    }

    [Fact]
    public async Task A_topic_is_defined_tried_used_and_removed_by_text_or_form()
    {
        var added = Assert.IsType<Reply.OfTopics>(await _room.SayAsync("/topics add the harbour include:\"ferry, pilot boat\" exclude:\"ferry tale\""));
        var test = Assert.IsType<Reply.OfTopicTest>(await _room.SayAsync("/topics test the harbour"));
        var digest = Assert.IsType<Reply.OfDigest>(await _room.SayAsync("/digest the harbour 1d"));
        await _room.FillInAsync("topics", ("action", "remove"), ("name", "The Harbour"));

        Assert.Equal(("the harbour", "ferry, pilot boat", "ferry tale"), (added.Topics[0].Name, added.Topics[0].Words.Include, added.Topics[0].Words.Exclude));
        Assert.Equal(1, test.Test.Matched);
        Assert.Equal("Ferry aground", Assert.Single(digest.Digest.Stories).Title);
        Assert.Empty(Assert.IsType<Reply.OfTopics>(await _room.SayAsync("/topics")).Topics);
    }

    [Theory]
    [InlineData("/topics add", "/topics add <name>")]
    [InlineData("/topics shout", "/topics list|test|add|remove")]
    [InlineData("/topics remove roads", "roads")]
    [InlineData("/topics add roads include:the", "at least one word")]
    public async Task What_cannot_be_done_is_said_in_one_sentence(string said, string told) =>
        Assert.Contains(told, Assert.IsType<Reply.Refusal>(await _room.SayAsync(said)).Sentence, StringComparison.Ordinal);

    [Fact]
    public async Task With_nothing_to_include_the_name_itself_is_looked_for()
    {
        await _room.SayAsync("/topics add ferry exclude:tale");

        Assert.Equal(1, Assert.IsType<Reply.OfTopicTest>(await _room.SayAsync("/topics test ferry")).Test.Matched);
    }

    [Fact]
    public async Task Readers_look_and_try_and_do_not_define()
    {
        ChatRoom readers = _room with { IsManager = false };

        Assert.Equal(
            "Only a manager can change topics; you can use list and test.",
            Assert.IsType<Reply.Refusal>(await readers.SayAsync("/topics add harbour include:ferry")).Sentence);
        Assert.IsType<Reply.OfTopicTest>(await readers.SayAsync("/topics test ferry"));
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();
}

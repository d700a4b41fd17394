using DigestBot.Answers;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Commands;

/// <summary>What a message is about: the digest or message that it refers to, or what the channel shows.</summary>
public sealed class SubjectTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_that_is_referred_to_comes_before_the_one_on_screen()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Digest ferry = await DigestAsync(room, "/digest ferry");
        await DigestAsync(room, "/digest budget");

        Answer answer = Answered(await room.SendAsync(room.Message("How many passengers?") with { DigestId = ferry.Id }));
        Reply story = await room.SendAsync(room.Message("/story 1") with { DigestId = ferry.Id });

        Assert.Contains("ferry", answer.Query, StringComparison.Ordinal);
        Assert.Contains("Aurora", Assert.IsType<Reply.OfStory>(story).Story.Story.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_question_goes_on_about_it()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Digest ferry = await DigestAsync(room, "/digest ferry");
        await DigestAsync(room, "/digest budget");
        await room.SendAsync(room.Message("How many passengers?") with { DigestId = ferry.Id });

        Conversation conversation = await bot.Get<ConversationStore>().FindAsync(room.Space, ChatRoom.Channel, Cancel);

        Assert.Equal((ferry.Id, "How many passengers?"), (conversation.DigestId, Assert.Single(conversation.Turns).Question));
    }

    [Fact]
    public async Task A_digest_of_another_space_is_as_if_there_were_none()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        Digest theirs = await bot.DigestAsync(other, "ferry", Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Digest budget = await DigestAsync(room, "/digest budget");

        Reply more = await room.SendAsync(room.Message("/more") with { DigestId = theirs.Id });
        Reply story = await room.SendAsync(room.Message("/story 1") with { DigestId = theirs.Id });
        Reply unknown = await room.SendAsync(room.Message("/more") with { DigestId = "nothing" });
        Answer answer = Answered(await room.SendAsync(room.Message("How many?") with { DigestId = theirs.Id }));

        Assert.Equal(Assert.IsType<Reply.Refusal>(unknown).Sentence, Assert.IsType<Reply.Refusal>(more).Sentence);
        Assert.IsType<Reply.Refusal>(story);
        Assert.Equal("How many?", answer.Query);
        Assert.Equal(budget.Id, (await bot.Get<ConversationStore>().FindAsync(room.Space, ChatRoom.Channel, Cancel)).DigestId);
    }

    [Fact]
    public async Task A_message_that_is_asked_about_is_looked_into_and_not_kept()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await DigestAsync(room, "/digest budget");
        const string Said = "did you hear of that ferry, the Aurora? My secret is swordfish42 and it does not belong to any of this";

        Answer answer = Answered(await room.SendAsync(room.Message("How many passengers?") with { Quoted = Said }));
        Answer next = Answered(await room.SayAsync("and when?"));

        Assert.Equal("All 214 passengers were brought ashore by fishing boats before noon.", answer.Quotes[0].Text);
        Assert.Contains("Aurora", next.Query, StringComparison.Ordinal);
        Conversation conversation = await bot.Get<ConversationStore>().FindAsync(room.Space, ChatRoom.Channel, Cancel);
        Assert.DoesNotContain(conversation.Turns, turn => turn.Question.Contains(Said, StringComparison.Ordinal));
        Assert.All(conversation.Turns, turn => Assert.InRange(turn.Question.Length, 0, 200));
    }

    [Fact]
    public async Task However_long_a_message_is_only_its_beginning_is_looked_at()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        string endless = "ferry Aurora " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"word{i} "));

        Answer answer = Answered(await room.SendAsync(room.Message("How many passengers?") with { Quoted = endless }));

        Assert.Equal(8, answer.Query[(answer.Query.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(' ').Length);
    }

    [Fact]
    public async Task What_somebody_keeps_to_themselves_does_not_become_what_the_channel_talks_about()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Digest budget = await DigestAsync(room, "/digest budget");

        Reply kept = await room.FillInAsync("digest", ("topic", "ferry"), ("private", "yes"));
        Answer mine = Answered(await room.FillInAsync("ask", ("question", "How many passengers?"), ("private", "yes")));
        Answer ours = Answered(await room.SayAsync("How many?"));

        Assert.True(kept.IsPrivate);
        Assert.Contains("ferry", mine.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("ferry", ours.Query, StringComparison.Ordinal);
        Assert.Equal(budget.Id, (await bot.Get<ConversationStore>().FindAsync(room.Space, ChatRoom.Channel, Cancel)).DigestId);
    }

    [Fact]
    public async Task A_private_question_begins_with_what_the_channel_shows()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await DigestAsync(room, "/digest ferry");

        Answer mine = Answered(await room.FillInAsync("ask", ("question", "How many passengers?"), ("private", "yes")));

        Assert.Contains("ferry", mine.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_text_the_platform_keeps_back_is_told_how_to_ask()
    {
        await using TestBot bot = await FerryNews.StartAsync(Cancel);
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);

        Reply reply = await room.SendAsync(room.Message("  ") with { IsFollowUp = true });
        Reply help = await room.SendAsync(room.Message(""));

        Assert.Contains("/ask", Assert.IsType<Reply.Plain>(reply).Sentence, StringComparison.Ordinal);
        Assert.IsType<Reply.OfHelp>(help);
    }

    private static async Task<Digest> DigestAsync(ChatRoom room, string text) =>
        Assert.IsType<Reply.OfDigest>(await room.SayAsync(text)).Digest;

    private static Answer Answered(Reply reply) => Assert.IsType<Reply.OfAnswer>(reply).Answer;
}

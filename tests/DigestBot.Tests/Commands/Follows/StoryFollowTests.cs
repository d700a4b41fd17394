using System.Text.Json;
using DigestBot.Commands;
using DigestBot.Commands.Suggestions;
using DigestBot.Delivery;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Delivery;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Commands.Follows;

/// <summary>Following one story: named as /story names it, known again by its articles, with no word of them kept.</summary>
public abstract class StoryFollowTests(string provider) : IAsyncLifetime
{
    private const string Headline = "Torvik footbridge collapses";

    private TestBot _bot = null!;
    private ChatRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync(
            provider,
            services => services.AddSingleton<IPersonalChats>(new FakePersonalChats()),
            Cancel,
            new KeyValuePair<string, string?>("Limits:FollowsPerPerson", "3"));
        _room = (await ChatRoom.OpenAsync(_bot, Cancel)) with { IsManager = false };
        await ReportAsync("Coast Post", Headline, "At least 12 people were killed when a footbridge collapsed in Torvik on Sunday.");
        await ReportAsync("Island Wire", "Ferry runs aground off Lund", "A ferry with 40 passengers ran aground off Lund in thick fog.");
    }

    [Theory]
    [InlineData("/follow story:1")]
    [InlineData("/follow 1")]
    [InlineData("/follow story 1")]
    [InlineData("follow the first one")]
    [InlineData("/follow story:ID")]
    public async Task A_story_of_the_digest_on_screen_is_followed_four_times_a_day_and_it_is_said_how_that_ends(string text)
    {
        Digest digest = Assert.IsType<Reply.OfDigest>(await _room.SayAsync("/digest Torvik")).Digest;

        var shown = Assert.IsType<Reply.OfFollows>(await _room.SayAsync(text.Replace("ID", digest.Stories[0].Id, StringComparison.Ordinal)));

        Schedule schedule = Assert.Single(shown.Follows);
        Assert.Equal(
            $"You follow the story “{Headline}”: what is new on it comes to you directly. It ends by itself when nothing new has come for 7 days.",
            Plain(shown.Done!));
        Assert.Equal(digest.Stories[0].Id, $"{schedule.Settings.Story}");
        Assert.Equal([8, 12, 16, 20], schedule.Settings.Times.Select(posting => posting.Time.Hour));
        Assert.Equal(("discord:77", "discord:977"), (schedule.Space.Key, schedule.Channel.Address.ToString()));
        Assert.Contains($"Story: {Headline}", Plain(_room.Print(await _room.SayAsync("/follow"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hour_may_be_said_and_said_again_it_is_changed_and_whoever_asks_at_once_follows_once()
    {
        await _room.SayAsync("/digest Torvik");
        ChatMessage said = _room.Message("/follow 1 at 07:30");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _room.SendAsync(said), Cancel)));
        await _room.SayAsync("/follow story:1 at:09:15 days:mon");

        ScheduleSettings only = Assert.Single(await ListAsync()).Settings;
        Assert.Equal((new TimeOnly(9, 15), Weekdays.Monday), (Assert.Single(only.Times).Time, only.Days));
        Assert.NotNull(only.Story);
    }

    [Theory]
    [InlineData("/follow 9", "There is no story “9” here")]
    [InlineData("/follow story:12345", "There is no story “12345” here")]
    [InlineData("/follow iraq story:1", "/follow iraq at:07:30")]
    [InlineData("/unfollow story:1", "You do not follow that story")]
    [InlineData("/unfollow 1", "You do not follow “1”")]
    public async Task What_is_no_story_is_refused(string text, string said)
    {
        await _room.SayAsync("/digest Torvik");

        Assert.Contains(said, Plain(await _room.RefusedAsync(text)), StringComparison.Ordinal);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Topics_and_stories_count_together_and_are_ended_by_their_number_or_as_they_began()
    {
        await _room.SayAsync("/digest");
        await _room.SayAsync("/follow 1");
        await _room.SayAsync("/follow 2");
        await _room.SayAsync("/follow iraq");

        Assert.Contains("3 topics and stories already", await _room.RefusedAsync("/follow floods"), StringComparison.Ordinal);
        string listed = Plain(_room.Print(await _room.SayAsync("/unfollow")));
        Assert.Contains("1 · iraq", listed, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2 · Story: ", listed, StringComparison.Ordinal);
        string[] offered = [.. (await _bot.Get<Suggester>().FindAsync(new(_room.Message(""), "unfollow", null, "topic", ""), Cancel)).Select(one => one.Value)];
        Assert.Equal(["iraq", "2", "3"], offered);

        Assert.Equal(2, Assert.IsType<Reply.OfFollows>(await _room.SayAsync("/unfollow story:2")).Follows.Count);
        var rest = Assert.IsType<Reply.OfFollows>(await _room.SayAsync("/unfollow 2"));
        Assert.Equal(["iraq"], rest.Follows.Select(one => one.Settings.Topic));
        Assert.StartsWith("You no longer follow “", Plain(rest.Done!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_word_of_an_article_is_kept_and_none_is_shown_once_it_is_forgotten()
    {
        await _room.SayAsync("/digest Torvik");
        await _room.SayAsync("/follow 1");
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM schedule WHERE name LIKE '%orvik%' OR topic IS NOT NULL"));

        await _bot.Get<ArticleForgetter>().ForgetAsync("https://coast-post.example/1", Cancel);

        string listed = Plain(_room.Print(await _room.SayAsync("/follow")));
        Assert.Contains("1 · A story that you follow", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("Torvik", listed, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM follow_article"));
    }

    [Fact]
    public async Task A_headline_of_a_server_s_own_source_is_named_there_and_nowhere_else()
    {
        await ReportAsync("Own Wire", "Birchton bridge opens", "The Birchton bridge was opened by the mayor on Monday.", _room.Space);
        await _room.SayAsync("/digest Birchton");
        await _room.SayAsync("/follow 1");
        ChatRoom elsewhere = _room with { Space = await _bot.SpaceAsync("discord:2", Cancel) };

        Assert.Contains("Birchton", _room.Print(await _room.SayAsync("/follow")), StringComparison.Ordinal);
        Assert.DoesNotContain("Birchton", elsewhere.Print(await elsewhere.SayAsync("/follow")), StringComparison.Ordinal);
        Assert.DoesNotContain("Birchton", Assert.IsType<Reply.OfHoldings>(await elsewhere.SayAsync("/me export")).Document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_exported_and_forgotten_with_all_that_is_kept_of_a_person()
    {
        await _room.SayAsync("/digest Torvik");
        await _room.SayAsync("/follow 1");

        Assert.Contains($"You follow: Story: {Headline}", Plain(_room.Print(await _room.SayAsync("/me"))), StringComparison.Ordinal);
        JsonElement held = JsonDocument.Parse(Assert.IsType<Reply.OfHoldings>(await _room.SayAsync("/me export")).Document).RootElement.GetProperty("follows")[0];
        Assert.Equal(($"{(await ListAsync())[0].Settings.Story}", Headline), (held.GetProperty("story").GetString(), held.GetProperty("headline").GetString()));

        string asked = Assert.IsType<Reply.Plain>(await _room.SayAsync("/me forget")).Sentence;
        await _room.SayAsync($"/me forget {asked[(asked.LastIndexOf(' ') + 1)..]}");

        Assert.Empty(await ListAsync());
        Assert.Equal(0, await CountAsync("SELECT (SELECT count(*) FROM follow) + (SELECT count(*) FROM follow_article) + (SELECT count(*) FROM schedule WHERE story_id IS NOT NULL)"));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static string Plain(string printed) => string.Concat(printed.Where(c => c is not ('\u2068' or '\u2069')));

    private Task<IngestReport> ReportAsync(string source, string title, string text, Space? space = null) => _bot.ImportAsync(
        space ?? _bot.Operator,
        source,
        Cancel,
        Articles.Article(title, text, _bot.Clock.GetUtcNow().AddHours(-1), $"https://{source.Replace(' ', '-').ToLowerInvariant()}.example/1"));

    private Task<IReadOnlyList<Schedule>> ListAsync() => _bot.Get<FollowStore>().ListAsync(ChatRoom.Manager, Cancel);

    private Task<long> CountAsync(string query) =>
        _bot.Get<Database>().ReadAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<long>(connection, query), Cancel);
}

public sealed class SqliteStoryFollowTests() : StoryFollowTests("sqlite");

public sealed class PostgresStoryFollowTests() : StoryFollowTests("postgresql");

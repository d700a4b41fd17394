using Dapper;
using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Schedules;

/// <summary>What somebody is brought who follows one story: what is new on it, whatever becomes of the story, until it is quiet.</summary>
public abstract class FollowedStoryTests(string provider) : IAsyncLifetime
{
    private const string Headline = "Torvik footbridge collapses";
    private const string Collapse = "At least 12 people were killed when a footbridge collapsed in Torvik on Sunday, the police said.";
    private const string Reworded = "Police said at least 12 people died when the footbridge in Torvik collapsed on Sunday.";
    private const string Search = "Divers searched the river at the Torvik footbridge until dark.";
    private const string Inquiry = "Prosecutors opened an inquiry into the company that maintained the Torvik footbridge.";
    private const string Over = "Nothing new has come on the story “Torvik footbridge collapses” for 7 days, so you no longer follow it.";

    private SlotRunnerTown _town = null!;
    private Space _server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _town = await SlotRunnerTown.FoundAsync(provider);
        _server = await _town.Bot.SpaceAsync("discord:1", Cancel);
    }

    [Fact]
    public async Task Only_what_came_in_since_they_were_shown_the_story_is_told_and_nothing_twice()
    {
        await ReportAsync("Coast Post", $"{Collapse} The bridge was built in 1962.");
        Schedule follow = await FollowAsync();
        Assert.Equal(SkipReason.Empty, (await RunAsync(follow)).Skipped);

        _town.Bot.Clock.Advance(TimeSpan.FromDays(1));
        await ReportAsync("Island Wire", $"{Reworded} {Search}");
        DigestStory update = Assert.Single((await DigestAsync(await RunAsync(follow), follow)).Stories);
        _town.Bot.Clock.Advance(TimeSpan.FromHours(1));
        Occurrence quiet = await RunAsync(follow);

        Assert.Equal((2, Search), (update.UpdateDay, Assert.Single(update.Quotes).Text));
        Assert.Equal(SkipReason.Empty, quiet.Skipped);
    }

    [Fact]
    public async Task What_came_between_the_digest_and_the_follow_is_new_to_them()
    {
        await ReportAsync("Coast Post", Collapse);
        ChatRoom room = Room();
        await room.SayAsync("/digest Torvik");
        _town.Bot.Clock.Advance(TimeSpan.FromHours(3));
        await ReportAsync("Island Wire", Search);
        Schedule follow = Assert.Single(Assert.IsType<Reply.OfFollows>(await room.SayAsync("/follow 1")).Follows);

        Assert.Equal(Search, Assert.Single(Assert.Single((await DigestAsync(await RunAsync(follow), follow)).Stories).Quotes).Text);
    }

    [Fact]
    public async Task A_story_that_is_taken_up_by_another_stays_followed()
    {
        await ReportAsync("Coast Post", Collapse);
        await ReportAsync("Other Post", "A ferry with 40 passengers ran aground off Lund.", "Ferry runs aground off Lund");
        _town.Bot.Clock.Advance(TimeSpan.FromHours(1));
        Schedule follow = await FollowAsync();
        long other = await StoryOfAsync("https://other-post.example/");
        await _town.ExecuteAsync($"UPDATE article SET story_id = {other}");

        _town.Bot.Clock.Advance(TimeSpan.FromHours(4));
        await ReportAsync("Island Wire", Search);
        await _town.ExecuteAsync($"UPDATE article SET story_id = {other}");

        DigestStory update = Assert.Single((await DigestAsync(await RunAsync(follow), follow)).Stories);
        Assert.Equal((ArticleId.Format(other), Search), (update.Id, Assert.Single(update.Quotes).Text));
    }

    [Fact]
    public async Task Of_a_story_that_falls_apart_the_part_is_followed_that_they_were_shown_however_large_the_other_is()
    {
        await ReportAsync("Coast Post", Collapse);
        foreach (string source in (string[])["A Wire", "B Wire", "C Wire", "D Wire"])
        {
            await ReportAsync(source, Collapse);
        }

        Schedule follow = await FollowAsync();
        await _town.ExecuteAsync("UPDATE article SET story_id = 7 WHERE id NOT IN (SELECT article_id FROM follow_article WHERE told = 1)");

        _town.Bot.Clock.Advance(TimeSpan.FromHours(4));
        await ReportAsync("Island Wire", Search);
        await _town.ExecuteAsync($"UPDATE article SET story_id = {follow.Settings.Story} WHERE url LIKE 'https://island%'");
        await ReportAsync("Hill Wire", Inquiry);
        await _town.ExecuteAsync("UPDATE article SET story_id = 7 WHERE url LIKE 'https://hill%'");

        DigestStory update = Assert.Single((await DigestAsync(await RunAsync(follow), follow)).Stories);
        Assert.Equal(Search, Assert.Single(update.Quotes).Text);
    }

    [Fact]
    public async Task When_a_story_has_been_quiet_for_long_the_follow_ends_with_one_note_whoever_looks()
    {
        await ReportAsync("Coast Post", Collapse);
        Schedule follow = await FollowAsync();
        _town.Bot.Clock.Advance(TimeSpan.FromDays(6));
        await RunAsync(follow);
        Assert.Empty(await _town.OutboxAsync());

        _town.Bot.Clock.Advance(TimeSpan.FromDays(2));
        await _town.OpenAsync(follow);
        await Task.WhenAll(_town.RunAsync(_town.Node(1)), _town.RunAsync(_town.Node(2)));
        _town.Bot.Clock.Advance(TimeSpan.FromHours(4));
        await RunAsync(follow);

        SlotRunnerTown.QueuedPost note = Assert.Single(await _town.OutboxAsync());
        Assert.Equal(("discord:977", Over), (note.Channel, note.Body));
        Assert.Empty(await _town.Bot.Get<FollowStore>().ListAsync(ChatRoom.Manager, Cancel));
    }

    [Fact]
    public async Task A_note_that_waits_goes_with_the_article_whose_headline_it_quotes()
    {
        await ReportAsync("Coast Post", Collapse);
        Schedule follow = await FollowAsync();
        _town.Bot.Clock.Advance(TimeSpan.FromDays(8));
        await RunAsync(follow);
        Assert.Single(await _town.OutboxAsync());

        await _town.Bot.Get<ArticleForgetter>().ForgetAsync("https://coast-post.example/0208", Cancel);

        Assert.Empty(await _town.OutboxAsync());
    }

    [Fact]
    public async Task Whoever_ended_it_themselves_meanwhile_is_told_nothing()
    {
        await ReportAsync("Coast Post", Collapse);
        Schedule follow = await FollowAsync();
        _town.Bot.Clock.Advance(TimeSpan.FromDays(8));
        await _town.OpenAsync(follow);
        await Room().SayAsync("/unfollow 1");

        await _town.RunAsync();

        Assert.Empty(await _town.OutboxAsync());
    }

    [Fact]
    public async Task Whoever_has_left_the_server_is_brought_nothing_of_its_own_news_and_told_no_word_of_them()
    {
        await ReportAsync("Own Wire", Collapse, space: _server);
        Schedule follow = await FollowAsync();
        _town.People.Gone.Add(ChatRoom.Manager);
        _town.Bot.Clock.Advance(TimeSpan.FromHours(4));
        await ReportAsync("Own Wire", Search, space: _server);

        Assert.Equal(SkipReason.Empty, (await RunAsync(follow)).Skipped);
        _town.Bot.Clock.Advance(TimeSpan.FromDays(8));
        await RunAsync(follow);

        string note = Assert.Single(await _town.OutboxAsync()).Body;
        Assert.Equal("Nothing new has come for 7 days on a story that you followed, so you no longer follow it.", note);
    }

    [Fact]
    public async Task A_server_s_own_articles_are_followed_and_told_to_its_members()
    {
        await ReportAsync("Own Wire", Collapse, space: _server);
        Schedule follow = await FollowAsync();
        _town.Bot.Clock.Advance(TimeSpan.FromHours(4));
        await ReportAsync("Own Radio", Search, space: _server);
        await ReportAsync("Their Radio", Inquiry, space: await _town.Bot.SpaceAsync("discord:2", Cancel));

        DigestStory update = Assert.Single((await DigestAsync(await RunAsync(follow), follow)).Stories);
        Assert.Equal(Search, Assert.Single(update.Quotes).Text);
    }

    [Fact]
    public async Task Two_that_follow_one_story_are_served_from_one_composition()
    {
        await ReportAsync("Coast Post", Collapse);
        Schedule mine = await FollowAsync();
        await ReportAsync("Island Wire", Reworded);
        Schedule theirs = await FollowAsync("discord:78");
        _town.Bot.Clock.Advance(TimeSpan.FromHours(4));
        await ReportAsync("Hill Wire", Inquiry);
        await _town.ExecuteAsync($"UPDATE schedule SET covered_until = {mine.CoveredUntil!.Value.ToUnixTimeMilliseconds()}");

        await _town.OpenAsync(mine, theirs);
        await _town.RunAsync();

        Assert.Equal(1, _town.Compositions);
        Assert.Equal(["discord:977", "discord:978"], (await _town.OutboxAsync()).Select(post => post.Channel).Order());
    }

    public async ValueTask DisposeAsync()
    {
        await _town.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private ChatRoom Room() => new(_town.Bot, _server) { IsManager = false };

    private async Task<Schedule> FollowAsync(string person = ChatRoom.Manager)
    {
        ChatRoom room = Room();
        await room.SendAsync(room.Message("/digest Torvik") with { Person = person });
        return Assert.Single(Assert.IsType<Reply.OfFollows>(await room.SendAsync(room.Message("/follow story:1") with { Person = person })).Follows);
    }

    private Task<IngestReport> ReportAsync(string source, string text, string title = Headline, Space? space = null) => _town.Bot.ImportAsync(
        space ?? _town.Bot.Operator,
        source,
        Cancel,
        Articles.Article(title, text, _town.Now.AddMinutes(-30), $"https://{source.Replace(' ', '-').ToLowerInvariant()}.example/{_town.Now:ddHH}"));

    private async Task<Occurrence> RunAsync(Schedule follow)
    {
        await _town.OpenAsync(follow);
        await _town.RunAsync();
        return await _town.LastAsync(follow);
    }

    private async Task<Digest> DigestAsync(Occurrence slot, Schedule follow) =>
        (await _town.Bot.Get<DigestArchive>().FindAsync(follow.Space, slot.DigestId ?? "", Cancel))!;

    private Task<long> StoryOfAsync(string address) => _town.Bot.Get<Database>().ReadAsync(
        connection => connection.ExecuteScalarAsync<long>("SELECT story_id FROM article WHERE url LIKE @like", new { like = $"{address}%" }), Cancel);
}

public sealed class SqliteFollowedStoryTests() : FollowedStoryTests("sqlite");

public sealed class PostgresFollowedStoryTests() : FollowedStoryTests("postgresql");

using Dapper;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;

namespace DigestBot.Tests.EndToEnd.Tenancy;

/// <summary>One feed, however many follow it.</summary>
public sealed class SharedFeedTests : IAsyncLifetime
{
    private const string Feed = "https://feeds.example/vesterby";

    private TestBot _bot = null!;
    private Space _a = null!;
    private Space _b = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await TestBot.StartAsync("sqlite", Cancel);
        _a = await _bot.SpaceAsync("discord:1", Cancel);
        _b = await _bot.SpaceAsync("discord:2", Cancel);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_feed_that_two_spaces_follow_is_one_source_and_seen_by_both()
    {
        Source ofA = await FollowAsync(_a);
        Source ofB = await FollowAsync(_b);
        await PublishAsync(ofA);

        Assert.Equal(ofA.Id, ofB.Id);
        Assert.True(await SeesAsync(_a));
        Assert.True(await SeesAsync(_b));
        Assert.False(await SeesAsync(_bot.Operator));
    }

    [Fact]
    public async Task A_feed_that_a_space_no_longer_follows_stays_for_the_other()
    {
        Source source = await FollowAsync(_a);
        await FollowAsync(_b);
        await PublishAsync(source);

        await _bot.Get<SourceManager>().RemoveAsync(_a, source, Cancel);

        Assert.False(await SeesAsync(_a));
        Assert.True(await SeesAsync(_b));
        await IsSoundAsync();
    }

    [Fact]
    public async Task The_operator_shares_a_followed_feed_with_everyone_and_takes_it_back()
    {
        Source source = await FollowAsync(_b);
        await PublishAsync(source);
        Assert.False(await SeesAsync(_a));

        Source shared = await FollowAsync(_bot.Operator);
        await _bot.Get<StoryGrouper>().RunAsync(Cancel);
        Assert.Equal(source.Id, shared.Id);
        Assert.True(await SeesAsync(_a));
        Assert.True(await SeesAsync(_b));
        await IsSoundAsync();

        await _bot.Get<SourceManager>().RemoveAsync(_bot.Operator, shared, Cancel);
        Assert.False(await SeesAsync(_a));
        Assert.False(await SeesAsync(_bot.Operator));
        Assert.True(await SeesAsync(_b));
        await IsSoundAsync();
    }

    [Fact]
    public async Task A_feed_that_another_space_paused_is_read_for_whoever_follows_it_next()
    {
        Source source = await FollowAsync(_b);
        Assert.True(await _bot.Get<SourceManager>().PauseAsync(_b, source, true, Cancel));

        Source ofA = await FollowAsync(_a);

        Assert.False(ofA.Paused);
        Assert.False(await _bot.Get<SourceManager>().PauseAsync(_b, source, true, Cancel));
    }

    [Fact]
    public async Task A_password_in_an_address_is_never_shown_to_another_space()
    {
        await _bot.Get<SourceStore>().AddAsync(_b, New("https://user:secret@feeds.example/vesterby"), Cancel);

        Source ofA = await FollowAsync(_a);

        Assert.DoesNotContain("secret", $"{ofA.Location}{ofA.Name}", StringComparison.Ordinal);
        Assert.Equal(Feed, ofA.Location);
    }

    [Fact]
    public async Task A_password_in_an_address_is_no_part_of_a_link()
    {
        Source source = await _bot.Get<SourceStore>().AddAsync(_b, New("https://user:secret@feeds.example/vesterby"), Cancel);
        IncomingArticle article = Articles.Article("Ferry suspended", "The ferry to Sandholm was suspended on Friday after a fire.");
        await _bot.Get<ArticleIntake>().StoreAsync([(source, article with { Url = null })], null, Cancel);

        Digest digest = await _bot.DigestAsync(_b, "ferry", Cancel);

        Assert.Equal(Feed, digest.Stories[0].Quotes[0].Article.Url);
    }

    private static NewSource New(string address) => new(SourceKeys.Location(address), SourceKind.Feed, "Vesterby", address, null);

    private Task<Source> FollowAsync(Space space) => _bot.Get<SourceStore>().AddAsync(space, New(Feed), Cancel);

    private async Task PublishAsync(Source source)
    {
        await _bot.Get<ArticleIntake>().StoreAsync(
            [(source, Articles.Article("Ferry suspended", "The ferry to Sandholm was suspended on Friday after a fire."))], null, Cancel);
        await _bot.Get<StoryGrouper>().RunAsync(Cancel);
    }

    private async Task<bool> SeesAsync(Space space)
    {
        Digest digest = await _bot.DigestAsync(space, "ferry", Cancel);
        bool answered = (await _bot.AskAsync(space, "Why was the ferry to Sandholm suspended?", Cancel)).Answered;
        bool listed = (await _bot.Get<SourceStore>().ListAsync(space, Cancel)).Count > 0;
        Assert.Equal(digest.Stories.Count > 0, answered);
        Assert.Equal(listed, answered);
        return answered;
    }

    private async Task IsSoundAsync()
    {
        await using var store = new SqliteConnection($"Data Source={_bot.File};Pooling=False");
        await store.OpenAsync(Cancel);
        await StoreAudit.IsSoundAsync(store);
        Assert.Equal(0, await store.ExecuteScalarAsync<long>("SELECT count(*) FROM article WHERE story_id IS NULL"));
    }
}

using DigestBot.Ingest;
using DigestBot.Ingest.Reading;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Ingest;

/// <summary>The lists of public feeds that ship with the program.</summary>
public sealed class StarterListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. StarterLists.Names];

    [Fact]
    public void There_is_one_for_each_region() =>
        Assert.Equal(["africa", "americas", "asia", "europe", "middle-east", "world"], StarterLists.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_names_feeds_with_titles_over_https(string name)
    {
        Assert.True(StarterLists.TryRead($"starter:{name}", out byte[]? content));

        OpmlDocument list = Opml.Read(content);

        Assert.Empty(list.Problems);
        Assert.InRange(list.Feeds.Count, 5, 20);
        Assert.All(list.Feeds, feed =>
        {
            Assert.Equal(Uri.UriSchemeHttps, feed.FeedUrl.Scheme);
            Assert.NotEmpty(feed.Title!);
        });
        Assert.Distinct(list.Feeds.Select(feed => feed.FeedUrl));
    }

    [Fact]
    public async Task A_list_is_followed_when_it_is_chosen_and_only_once()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        SourceManager sources = bot.Get<SourceManager>();
        Space space = await bot.SpaceAsync("discord:1", Cancel);
        Assert.Empty(await sources.ListAsync(space, Cancel));

        OpmlImported first = await sources.ImportOpmlAsync(space, "starter:World", Cancel);
        OpmlImported again = await sources.ImportOpmlAsync(space, "starter:world", Cancel);

        IReadOnlyList<Source> followed = await sources.ListAsync(space, Cancel);
        Assert.Equal((followed.Count, 0, 0, followed.Count), (first.Added, first.Known, again.Added, again.Known));
        Assert.All(followed, source => Assert.False(source.Shared));
    }

    [Fact]
    public async Task Whoever_names_a_list_that_is_not_there_is_told_which_are()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);

        OpmlImported imported = await bot.Get<SourceManager>().ImportOpmlAsync(bot.Operator, "starter:moon", Cancel);

        Assert.Contains("starter:middle-east", Assert.Single(imported.Failed).Why, StringComparison.Ordinal);
    }
}

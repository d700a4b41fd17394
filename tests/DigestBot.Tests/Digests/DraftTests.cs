using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using static DigestBot.Tests.Infrastructure.Articles;

namespace DigestBot.Tests.Digests;

/// <summary>What channels are served from: composed without being kept, with more than each is shown.</summary>
public sealed class DraftTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_has_more_stories_than_a_channel_is_shown_and_is_not_kept()
    {
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel);
        DateTimeOffset now = bot.Clock.GetUtcNow();
        await bot.ImportAsync(
            bot.Operator,
            "Town Post",
            Cancel,
            Article("Bridge opens in Aarhus", "The council of Aarhus opened a bridge for cyclists.", now.AddHours(-1)),
            Article("Herring returns to Bergen", "Fishermen off Bergen caught more herring than ever.", now.AddHours(-2)),
            Article("Choir wins in Cardiff", "A choir of nurses won the singing contest.", now.AddHours(-3)),
            Article("Tram breaks down", "Two thousand commuters walked to work after a tram lost power.", now.AddHours(-4)));

        Digest draft = await DraftAsync(bot, bot.Operator, now.AddDays(-1), stories: 2);

        Assert.Equal(4, draft.Stories.Count);
        Assert.Empty(draft.Id);
        Assert.Null(await bot.Get<DigestArchive>().FindAsync(bot.Operator, draft.Id, Cancel));
        Assert.Equal(2, (await bot.Get<DigestComposer>().ComposeAsync(
            new DigestRequest(bot.Operator, null, TimeSpan.FromDays(1), now, 2, null), Cancel)).Stories.Count);
    }

    [Fact]
    public async Task A_draft_without_news_stays_empty_and_does_not_fall_back_to_older_news()
    {
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel);
        DateTimeOffset now = bot.Clock.GetUtcNow();
        await bot.ImportAsync(bot.Operator, "Town Post", Cancel, Article("Old bridge", "The old bridge was closed for good.", now.AddDays(-3)));

        Digest draft = await DraftAsync(bot, bot.Operator, now.AddDays(-1), stories: 2);

        Assert.Empty(draft.Stories);
        Assert.Equal(1, draft.Coverage.Sources);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // dated before the last digest, but it came in after that
    public async Task A_story_that_goes_on_is_told_by_what_is_new(bool isLate)
    {
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancel);
        await bot.ImportAsync(bot.Operator, "Town Post", Cancel, Article(
            "Dam at Vesterby breaks", "The dam at Vesterby broke at dawn. The dam flooded Vesterby harbour.", bot.Clock.GetUtcNow()));
        bot.Clock.Advance(TimeSpan.FromMinutes(30));
        DateTimeOffset last = bot.Clock.GetUtcNow();
        bot.Clock.Advance(TimeSpan.FromHours(6));
        await bot.ImportAsync(bot.Operator, "Town Post", Cancel, Article(
            "Dam at Vesterby breaks: rescue",
            "Rescuers reached the dam at Vesterby with 40 boats. The dam at Vesterby harbour holds again.",
            isLate ? last.AddMinutes(-15) : last.AddHours(5)));

        DigestStory story = Assert.Single((await DraftAsync(bot, bot.Operator, last, stories: 3)).Stories);

        Assert.All(story.Quotes, quote => Assert.Equal("Dam at Vesterby breaks: rescue", quote.Article.Title));
    }

    private static async Task<Digest> DraftAsync(TestBot bot, Space space, DateTimeOffset since, int stories) =>
        (await bot.Get<DigestComposer>().DraftAsync(
            new DraftRequest(space, null, null, new NewsWindow(since.AddHours(-2), bot.Clock.GetUtcNow()), since, stories), Cancel)).Digest;
}

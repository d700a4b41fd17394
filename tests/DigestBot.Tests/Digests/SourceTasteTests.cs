using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Stories;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Digests;

/// <summary>What people think of a story moves its sources a little, in their own space, and that can be seen.</summary>
public abstract class SourceTasteTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_of_a_source_that_people_like_comes_first_in_their_space_and_in_no_other()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Space elsewhere = await bot.SpaceAsync("discord:9", Cancel);
        Digest before = await DigestAsync(room);
        Assert.Equal("Coast Post", before.Stories[0].Publishers[0]);

        Assert.IsType<Reply.Plain>(await room.SayAsync("/rate good 2"));
        bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Digest after = await DigestAsync(room);
        StoryStanding standing = Assert.IsType<Reply.OfWhy>(await room.SayAsync("/why")).Explained.Standing!;

        Assert.Equal("Island Wire", after.Stories[0].Publishers[0]);
        Assert.Equal("Coast Post", (await bot.DigestAsync(elsewhere, null, Cancel, TimeSpan.FromDays(1))).Stories[0].Publishers[0]);
        Assert.Equal(0.05, standing.Ranked.Opinion, 3);
        Assert.Equal(standing.Ranked.Points / 1.05 * 0.05, standing.Ranked.OpinionPoints, 3);

        // What had been said by then decides of what looks back.
        Digest back = await bot.Get<DigestComposer>().ComposeAsync(
            new DigestRequest(room.Space, null, TimeSpan.FromDays(1), TestBot.Begin.AddSeconds(-1), null, null), Cancel);
        Assert.Equal("Coast Post", back.Stories[0].Publishers[0]);
    }

    [Fact]
    public async Task It_can_be_taken_back_and_ends_with_what_is_kept_of_the_person()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        await DigestAsync(room);
        OpinionStore opinions = bot.Get<OpinionStore>();

        await room.SayAsync("/rate bad 1");
        Assert.Equal((1, -1.0), Said(Assert.Single(await opinions.OfSourcesAsync(room.Space.Id, bot.Clock.GetUtcNow(), Cancel))));
        await room.SayAsync("/rate good 1");
        Assert.Equal((1, 1.0), Said(Assert.Single(await opinions.OfSourcesAsync(room.Space.Id, bot.Clock.GetUtcNow(), Cancel))));
        await room.SayAsync("/rate off 1");
        Assert.Empty(await opinions.WithSourcesAsync([room.Space.Id], Cancel));

        await opinions.GiveAsync(room.Space, "digest/a/1", "ada", likes: true, await ArticlesAsync(bot, room.Space), Cancel);
        Assert.Equal(2, (await opinions.OfSourcesAsync(room.Space.Id, bot.Clock.GetUtcNow(), Cancel)).Count);
        await bot.Get<HoldingsStore>().ForgetAsync(room.Space, "ada", isAlone: false, Cancel);
        Assert.Empty(await opinions.WithSourcesAsync([room.Space.Id], Cancel));
        await opinions.GiveAsync(room.Space, "digest/a/1", "ada", likes: true, await ArticlesAsync(bot, room.Space), Cancel);
        bot.Clock.Advance(TimeSpan.FromDays(31));
        await bot.Get<LedgerRetention>().RunAsync(Cancel);
        Assert.Empty(await opinions.WithSourcesAsync([room.Space.Id], Cancel));
    }

    [Fact]
    public async Task Everybody_counts_once_for_a_source_and_only_what_the_space_sees_is_kept()
    {
        await using TestBot bot = await NewsAsync();
        Space space = await bot.SpaceAsync("discord:1", Cancel);
        Space owner = await bot.SpaceAsync("discord:2", Cancel);
        await bot.ImportAsync(owner, "Own Wire", Cancel, Articles.Article("Mill burns", "The old mill burned down at noon.", TestBot.Begin.AddHours(-1)));
        long[] articles = await ArticlesAsync(bot, owner);
        OpinionStore opinions = bot.Get<OpinionStore>();

        for (int i = 0; i < 5; i++)
        {
            await opinions.GiveAsync(space, $"digest/a/{i}", "ada", likes: i > 0, articles, Cancel);
        }

        await opinions.GiveAsync(space, "digest/a/1", "bo", likes: false, articles, Cancel);

        IReadOnlyList<SourceOpinion> said = await opinions.OfSourcesAsync(space.Id, bot.Clock.GetUtcNow(), Cancel);
        Assert.Equal(2, said.Count);
        Assert.All(said, one => Assert.Equal(2, one.People));
        Assert.All(said, one => Assert.Equal(-0.4, one.Net, 9));
        Assert.Empty(await opinions.OfSourcesAsync(space.Id, TestBot.Begin.AddSeconds(-1), Cancel));
    }

    [Fact]
    public async Task What_is_not_understood_is_refused()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Assert.IsType<Reply.Refusal>(await room.SayAsync("/rate good 1"));
        await DigestAsync(room);

        foreach (string said in (string[])["/rate", "/rate fine 1", "/rate good 9", "/rate good x"])
        {
            Assert.IsType<Reply.Refusal>(await room.SayAsync(said));
        }
    }

    private static (long, double) Said(SourceOpinion opinion) => (opinion.People, opinion.Net);

    private static async Task<Digest> DigestAsync(ChatRoom room) => Assert.IsType<Reply.OfDigest>(await room.SayAsync("/digest")).Digest;

    private static async Task<long[]> ArticlesAsync(TestBot bot, Space space) =>
        [.. (await bot.Get<ArticleStore>().NewestAsync(space, News.NewsWindow.Until(bot.Clock.GetUtcNow()), 9, Cancel)).Select(article => article.Id)];

    // Two stories with a source each, of which the newer one stands first.
    private async Task<TestBot> NewsAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, Articles.Article(
            "Ferry Aurora aground off Punta Brava", "The ferry Aurora ran aground off Punta Brava at dawn on Friday.", TestBot.Begin.AddHours(-1)));
        await bot.ImportAsync(bot.Operator, "Island Wire", Cancel, Articles.Article(
            "Teachers strike in Nordhavn", "Teachers in Nordhavn walked out of their schools over pay.", TestBot.Begin.AddHours(-2)));
        return bot;
    }
}

/// <summary>How much opinions may weigh.</summary>
public sealed class SourceTasteBoundTests
{
    [Theory]
    [InlineData(1, 1, 0.05)]
    [InlineData(1, -1, -0.05)]
    [InlineData(1_000_000, 1_000_000, 0.15)]
    [InlineData(1_000_000, -1_000_000, -0.15)]
    [InlineData(4, 0, 0)]
    public void No_number_of_opinions_moves_a_source_by_more_than_the_weight(long people, double net, double share)
    {
        var story = new StoryView(1, [new ArticleHead(1, 7, null, null, [])]);
        SourceTaste taste = SourceTaste.Of([new SourceOpinion { SourceId = 7, People = people, Net = net }], 0.15);

        Assert.Equal(share, taste.Of(story));
        Assert.Equal(taste, SourceTaste.Of([new SourceOpinion { SourceId = 7, People = people, Net = net }], 0.15));
        Assert.Equal(share == 0, taste.Equals(SourceTaste.None));
        Assert.Equal(SourceTaste.None, SourceTaste.Of([new SourceOpinion { SourceId = 7, People = people, Net = net }], 0));
    }
}

public sealed class SqliteSourceTasteTests() : SourceTasteTests("sqlite");

public sealed class PostgresSourceTasteTests() : SourceTasteTests("postgresql");

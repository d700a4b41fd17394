using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Digests;

/// <summary>How much a publisher counts is set by each space for itself.</summary>
public abstract class SourceTierTests(string provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_source_of_the_first_tier_lifts_its_stories_in_the_space_that_says_so_and_in_no_other()
    {
        await using TestBot bot = await NewsAsync();
        ChatRoom room = await ChatRoom.OpenAsync(bot, Cancel);
        Space elsewhere = await bot.SpaceAsync("discord:9", Cancel);
        Digest before = await bot.DigestAsync(elsewhere, null, Cancel, TimeSpan.FromDays(1));
        Assert.Equal("Coast Post", before.Stories[0].Publishers[0]);

        Reply said = await room.SayAsync("/sources set Island Wire tier:first");
        Digest after = Assert.IsType<Reply.OfDigest>(await room.SayAsync("/digest")).Digest;
        string why = room.Print(await room.SayAsync("/why 1"));

        Assert.Equal("Island Wire: first tier, any number of words is quoted.", Assert.IsType<Reply.Plain>(said).Sentence);
        Assert.Equal("Island Wire", after.Stories[0].Publishers[0]);
        Assert.Contains("Of these, of the first tier here: 1; minor: 0. Together they count as 1.5.", why, StringComparison.Ordinal);
        Assert.DoesNotContain("first tier", room.Print(await room.SayAsync("/why 2")), StringComparison.Ordinal);
        Digest again = await bot.Get<DigestComposer>().ComposeAsync(
            new DigestRequest(elsewhere, null, TimeSpan.FromDays(1), before.Asked.To, null, null), Cancel);
        Assert.Equal(before.Id, again.Id);
    }

    [Fact]
    public async Task What_the_operator_sets_for_what_all_share_holds_where_a_space_has_set_nothing()
    {
        await using TestBot bot = await NewsAsync();
        Space space = await bot.SpaceAsync("discord:1", Cancel);
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        SourceSettingStore settings = bot.Get<SourceSettingStore>();
        Source wire = (await bot.Get<SourceStore>().FindAsync(space, "Island Wire", Cancel))!;

        await settings.SetAsync(bot.Operator, wire, new(SourceTier.First, 20), Cancel);
        await settings.SetAsync(other, wire, new(SourceTier.Usual, null), Cancel);

        Assert.Equal((SourceTier.First, 20), await SeenAsync(space));
        Assert.Equal((SourceTier.Usual, 20), await SeenAsync(other));
        Assert.Equal("Island Wire", (await bot.DigestAsync(space, null, Cancel)).Stories[0].Publishers[0]);
        Assert.Equal("Coast Post", (await bot.DigestAsync(other, null, Cancel)).Stories[0].Publishers[0]);

        await settings.SetAsync(other, wire, new(null, SourceSetting.AnyNumber), Cancel);
        Assert.Equal((SourceTier.Usual, null), await SeenAsync(other));

        async Task<(SourceTier, int?)> SeenAsync(Space one) =>
            (await bot.Get<SourceStore>().FindAsync(one, "Island Wire", Cancel)) is { } source ? (source.Tier, source.QuoteWords) : default;
    }

    [Fact]
    public async Task Spaces_share_an_edition_only_where_they_set_the_same()
    {
        await using TestBot bot = await NewsAsync();
        Space[] spaces = [await bot.SpaceAsync("discord:1", Cancel), await bot.SpaceAsync("discord:2", Cancel), await bot.SpaceAsync("discord:3", Cancel)];
        Source wire = (await bot.Get<SourceStore>().FindAsync(spaces[0], "Island Wire", Cancel))!;
        await bot.Get<SourceSettingStore>().SetAsync(spaces[0], wire, new(SourceTier.Minor, 12), Cancel);
        await bot.Get<SourceSettingStore>().SetAsync(spaces[1], wire, new(SourceTier.Usual, null), Cancel);

        TasteKey[] keys = [.. spaces.Select(space => new TasteKey(space.Id, space.Id, TestBot.Begin))];
        IReadOnlyDictionary<TasteKey, SourceTaste> tastes = await bot.Get<TasteReader>().ReadAsync(keys, Cancel);
        IReadOnlyDictionary<long, string> outlooks = await bot.Get<SpaceStore>().OutlooksAsync([.. spaces.Select(space => space.Id)], Cancel);

        Assert.NotEqual(tastes[keys[0]], tastes[keys[1]]);
        Assert.Equal(SourceTaste.None, tastes[keys[1]]);
        Assert.Equal(SourceTaste.None, tastes[keys[2]]);
        Assert.NotEqual(outlooks[spaces[0].Id], outlooks[spaces[1].Id]);
        Assert.Equal(outlooks[spaces[1].Id], outlooks[spaces[2].Id]);
    }

    [Fact]
    public async Task A_space_sets_nothing_for_a_source_that_it_does_not_see()
    {
        await using TestBot bot = await NewsAsync();
        Space owner = await bot.SpaceAsync("discord:1", Cancel);
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        await bot.ImportAsync(owner, "Own Wire", Cancel, Articles.Article("Mill burns", "The old mill burned down at noon.", TestBot.Begin.AddHours(-3)));
        Source own = (await bot.Get<SourceStore>().FindAsync(owner, "Own Wire", Cancel))!;

        await bot.Get<SourceSettingStore>().SetAsync(other, own, new(SourceTier.First, 0), Cancel);

        Assert.Empty((await bot.Get<SourceSettingStore>().TiersAsync([other.Id], Cancel))[other.Id]);
        Assert.Null((await bot.Get<SourceStore>().FindAsync(owner, "Own Wire", Cancel))!.QuoteWords);
        var said = Assert.IsType<Reply.Refusal>(await new ChatRoom(bot, other).SayAsync("/sources set Own Wire tier:first"));
        Assert.Contains("Own Wire", said.Sentence, StringComparison.Ordinal);
    }

    // Two stories with a source each, of which the newer one stands first.
    private async Task<TestBot> NewsAsync()
    {
        TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "Coast Post", Cancel, Articles.Article(
            "Ferry Aurora aground off Punta Brava", "The ferry Aurora ran aground off Punta Brava at dawn on Friday.",
            TestBot.Begin.AddHours(-1), "https://coast.example/ferry"));
        await bot.ImportAsync(bot.Operator, "Island Wire", Cancel, Articles.Article(
            "Teachers strike in Nordhavn", "Teachers in Nordhavn walked out of their schools over pay.",
            TestBot.Begin.AddHours(-2), "https://island.example/strike"));
        return bot;
    }
}

/// <summary>By how much a tier counts.</summary>
public sealed class SourceTierWeightTests
{
    private const long Site = -1;

    // A publisher with two feeds, and another.
    private static readonly StoryView Story = new(1, [new ArticleHead(3, 9, null, null, []), new ArticleHead(2, 8, Site, null, []), new ArticleHead(1, 7, Site, null, [])]);

    [Theory]
    [InlineData(nameof(SourceTier.Usual), nameof(SourceTier.Usual), nameof(SourceTier.Usual), 2)]
    [InlineData(nameof(SourceTier.First), nameof(SourceTier.Usual), nameof(SourceTier.Usual), 2.5)]
    [InlineData(nameof(SourceTier.First), nameof(SourceTier.Minor), nameof(SourceTier.First), 3)]
    [InlineData(nameof(SourceTier.Minor), nameof(SourceTier.Usual), nameof(SourceTier.Minor), 1.5)]
    [InlineData(nameof(SourceTier.Minor), nameof(SourceTier.Minor), nameof(SourceTier.Minor), 1)]
    public void A_publisher_counts_by_the_best_of_its_sources(string one, string same, string other, double weight)
    {
        SourceTaste taste = SourceTaste.None.In(new Dictionary<long, SourceTier> { [7] = Tier(one), [8] = Tier(same), [9] = Tier(other) });

        var ranked = RankedStory.Of(Story, TopicPattern.Everything, 3, taste);

        Assert.Equal((2, weight), (ranked.Sources, ranked.Weight));
        Assert.Equal(Math.Log2(1 + weight), ranked.SourcePoints);
        Assert.Equal(weight == 2, taste.Equals(SourceTaste.None));
    }

    private static SourceTier Tier(string name) => Enum.Parse<SourceTier>(name);
}

public sealed class SqliteSourceTierTests() : SourceTierTests("sqlite");

public sealed class PostgresSourceTierTests() : SourceTierTests("postgresql");

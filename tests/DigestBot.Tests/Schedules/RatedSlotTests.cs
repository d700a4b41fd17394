using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using static DigestBot.Tests.Schedules.SlotRunnerSamples;

namespace DigestBot.Tests.Schedules;

/// <summary>What people of a space think of sources, and what it has set for them, decides of its schedules, and of nobody else's.</summary>
public sealed class RatedSlotTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_spaces_with_the_same_opinions_share_a_composition()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite");
        await town.PublishAsync(town.Bot.Operator, "Coast Post", "Alder");
        await town.PublishAsync(town.Bot.Operator, "Island Wire", "Birch");
        Schedule[] schedules =
        [
            await town.ScheduleAsync("discord:1", "11", Settings with { Stories = 1 }),
            await town.ScheduleAsync("discord:2", "21", Settings with { Stories = 1 }),
            await town.ScheduleAsync("discord:3", "31", Settings with { Stories = 1 }),
        ];
        Digest shown = await town.Bot.DigestAsync(schedules[0].Space, null, Cancel);
        string second = shown.Stories[1].Title;
        Assert.True(ArticleId.TryParse(shown.Stories[1].Quotes[0].Article.Id, out long article));
        await town.Bot.Get<OpinionStore>().GiveAsync(schedules[0].Space, "digest/a/1", "discord:77", likes: true, [article], Cancel);
        await town.OpenAsync(schedules);

        await town.RunAsync();

        string[] first = [.. (await Task.WhenAll(schedules.Select(async schedule => await town.Bot.Get<DigestArchive>().FindAsync(
            schedule.Space, (await town.LastAsync(schedule)).DigestId!, Cancel)))).Select(digest => Assert.Single(digest!.Stories).Title)];
        Assert.Equal([second, shown.Stories[0].Title, shown.Stories[0].Title], first);
        Assert.Equal(2, town.Compositions);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task Only_spaces_that_have_set_the_same_for_sources_share_a_composition(string provider)
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
        await town.PublishAsync(town.Bot.Operator, "Coast Post", "Alder");
        await town.PublishAsync(town.Bot.Operator, "Island Wire", "Birch");
        Schedule[] schedules = await Task.WhenAll(((string[])["1", "2", "3", "4"]).Select(
            space => town.ScheduleAsync($"discord:{space}", $"{space}1", Settings with { Stories = 1 })));
        Digest shown = await town.Bot.DigestAsync(schedules[0].Space, null, Cancel);
        (string first, string second) = (shown.Stories[0].Title, shown.Stories[1].Title);
        Source leading = (await town.Bot.Get<SourceStore>().FindAsync(schedules[0].Space, shown.Stories[0].Publishers[0], Cancel))!;
        await town.Bot.Get<SourceSettingStore>().SetAsync(schedules[0].Space, leading, new(SourceTier.Minor, null), Cancel);
        await town.Bot.Get<SourceSettingStore>().SetAsync(schedules[1].Space, leading, new(null, 0), Cancel);
        await town.OpenAsync(schedules);

        await town.RunAsync();

        string[] told = [.. (await Task.WhenAll(schedules.Select(async schedule => await town.Bot.Get<DigestArchive>().FindAsync(
            schedule.Space, (await town.LastAsync(schedule)).DigestId!, Cancel)))).Select(digest => Assert.Single(digest!.Stories).Title)];
        Assert.Equal([second, second, first, first], told);
        Assert.Equal(3, town.Compositions);
    }

    [Fact]
    public async Task The_operator_can_switch_it_off()
    {
        await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync("sqlite", new KeyValuePair<string, string?>("Digests:OpinionWeight", "0"));
        await town.PublishAsync(town.Bot.Operator, "Coast Post", "Alder");
        await town.PublishAsync(town.Bot.Operator, "Island Wire", "Birch");
        Digest before = await town.Bot.DigestAsync(town.Bot.Operator, null, Cancel);
        Assert.True(ArticleId.TryParse(before.Stories[1].Quotes[0].Article.Id, out long article));
        await town.Bot.Get<OpinionStore>().GiveAsync(town.Bot.Operator, "digest/a/1", "ada", likes: true, [article], Cancel);

        Assert.Equal(before.Id, (await town.Bot.DigestAsync(town.Bot.Operator, null, Cancel)).Id);
    }
}

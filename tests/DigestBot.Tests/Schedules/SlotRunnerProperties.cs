using CsCheck;
using DigestBot.Digests;
using DigestBot.Store.Ledger;
using DigestBot.Tests.EndToEnd.Tenancy;
using static DigestBot.Tests.Schedules.SlotRunnerSamples;

namespace DigestBot.Tests.Schedules;

/// <summary>For any sequence of news and slots: no channel is shown a sentence twice, and every sentence shown is one of an article's.</summary>
public sealed class SlotRunnerProperties
{
    private const int Runs = 15;
    private const int RunsOnPostgres = 3;

    private static readonly (string Space, string Channel, ScheduleSettings Settings)[] Wanted =
    [
        ("discord:1", "11", Settings with { Name = "All" }),
        ("discord:1", "11", Settings with { Name = "Flood", Topic = "flood", IfEmpty = IfEmpty.Post }),
        ("discord:1", "12", Settings with { Name = "One", Stories = 1 }),
        ("discord:2", "21", Settings with { Name = "All", Stories = 3 }),
        ("discord:2", "21", Settings with { Name = "Strike", Topic = "strike", Stories = 2 }),
    ];

    private static readonly Gen<Step> AnyStep =
        from publications in Publication.Any.Array[0, 4]
        from minutes in Gen.Int[1, 700]
        from schedules in Gen.Int[0, Wanted.Length - 1].Array[1, 4]
        from byHand in Gen.Bool
        select new Step(publications, minutes, [.. schedules.Distinct()], byHand);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite", Runs)]
    [InlineData("postgresql", RunsOnPostgres)]
    public Task No_channel_is_shown_a_sentence_twice_and_every_sentence_verifies(string provider, int runs) => AnyStep.Array[2, 6].SampleAsync(
        async steps =>
        {
            await using SlotRunnerTown town = await SlotRunnerTown.FoundAsync(provider);
            var schedules = new List<Schedule>();
            foreach ((string space, string channel, ScheduleSettings settings) in Wanted)
            {
                schedules.Add(await town.ScheduleAsync(space, channel, settings));
            }

            foreach (Step step in steps)
            {
                await TakeAsync(town, step, schedules);
            }

            foreach (IGrouping<string, SlotRunnerTown.QueuedPost> channel in (await town.OutboxAsync()).GroupBy(post => post.Channel))
            {
                Assert.Distinct(channel.SelectMany(post => post.Sentences).Select(SentenceKey.Of));
                Assert.True(channel.Key.StartsWith("discord:2", StringComparison.Ordinal)
                    || channel.All(post => !post.Body.Contains(Publication.SecretOfB, StringComparison.Ordinal)));
            }

            foreach (Schedule schedule in schedules)
            {
                await VerifyAsync(town, schedule);
            }
        },
        iter: runs,
        threads: 1);

    private static async Task TakeAsync(SlotRunnerTown town, Step step, List<Schedule> schedules)
    {
        town.Bot.Clock.Advance(TimeSpan.FromMinutes(step.Minutes));
        foreach (Publication publication in step.Publications)
        {
            var space = publication.Owner switch
            {
                Owner.A => schedules[0].Space,
                Owner.B => schedules[^1].Space,
                _ => town.Bot.Operator,
            };
            await town.Bot.ImportAsync(
                space, $"{publication.Owner} News", Cancel, publication.Article with { Published = town.Now.AddHours(-publication.Article.Text.Length % 30) });
        }

        await town.OpenAsync([.. step.Schedules.Select(index => step.ByHand
            ? town.ByHand(schedules[index])
            : new NewOccurrence(schedules[index].Id, $"2026-03-02/{town.Now.ToUnixTimeSeconds()}", town.Now, false, null))]);
        await town.RunAsync();
    }

    private static async Task VerifyAsync(SlotRunnerTown town, Schedule schedule)
    {
        foreach (Occurrence slot in await town.Bot.Get<OccurrenceStore>().HistoryAsync(schedule.Id, 50, null, Cancel))
        {
            Assert.True(slot.State is OccurrenceState.Queued or OccurrenceState.Skipped, slot.Problem);
            IReadOnlyList<QuoteCheck>? checks = slot.DigestId is { } id
                ? await town.Bot.Get<DigestVerifier>().VerifyAsync(schedule.Space, id, Cancel)
                : [];
            Assert.NotNull(checks);
            Assert.All(checks, check => Assert.NotEqual(QuoteState.Gone, check.State));
        }
    }

    /// <summary>Some time passes, news comes in, and slots are due.</summary>
    private sealed record Step(Publication[] Publications, int Minutes, int[] Schedules, bool ByHand);
}

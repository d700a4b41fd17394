using System.Globalization;
using DigestBot.Store;

namespace DigestBot.Benchmarks.Polling;

/// <summary>Many sources, read by one process at the interval of the product; its clock goes faster, its work does not.</summary>
internal static class PollProgram
{
    private static readonly TimeSpan KilledAt = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan BackAt = TimeSpan.FromMinutes(31);
    private static readonly TimeSpan FirstHourEnds = TimeSpan.FromMinutes(60);

    // A poll is put off by up to a tenth of an hour, and what the dead process had taken is due ten minutes after.
    private static readonly TimeSpan Begin = TimeSpan.FromMinutes(75);
    private static readonly TimeSpan End = Begin + TimeSpan.FromHours(1);

    /// <summary><c>polls SOURCES PLACE [FACTOR]</c>: in an empty folder.</summary>
    public static async Task<int> RunAsync(int sources, string place, int factor)
    {
        await using PollServer server = await PollServer.StartAsync(sources);
        DateTimeOffset shown = TimeProvider.System.GetUtcNow();
        var run = new PollRun(place, sources, server.Port, shown, shown, factor);
        await PollBot.AddSourcesAsync(run);

        // Two hours later nobody has read them: all are late.
        run = run with { Shown = shown.AddHours(2), Since = TimeProvider.System.GetUtcNow() };
        server.SetClock(run.Clock());
        using (PollBotProcess first = PollBotProcess.Start(run))
        {
            await UntilAsync(run, KilledAt);
            first.Kill();
            Report("before the kill", first.Costs);
        }

        await UntilAsync(run, BackAt);
        using PollBotProcess second = PollBotProcess.Start(run);
        await UntilAsync(run, Begin);
        PollCost begun = second.Costs[^1];
        await UntilAsync(run, End);
        PollCost ended = second.Costs[^1];
        second.Kill();

        ReportFirstHour(run, server.Polls);
        ReportHour(run, server.Polls, ended.ProcessorSeconds - begun.ProcessorSeconds);
        Report("after the restart", second.Costs);
        await ReportArticlesAsync(run, server.Polls);
        return 0;
    }

    private static Task UntilAsync(PollRun run, TimeSpan passed) =>
        Task.Delay(run.Since + (passed / run.Factor) - TimeProvider.System.GetUtcNow(), TimeProvider.System, CancellationToken.None);

    private static void ReportFirstHour(PollRun run, IReadOnlyList<(int Host, DateTimeOffset At, bool IsUnchanged)> polls)
    {
        var first = polls.Where(poll => poll.At < run.Shown + FirstHourEnds).ToList();
        int[] minutes = new int[(int)FirstHourEnds.TotalMinutes];
        foreach ((_, DateTimeOffset at, _) in first)
        {
            minutes[(int)(at - run.Shown).TotalMinutes]++;
        }

        int known = polls.Where(poll => poll.At < run.Shown + Begin).Select(poll => poll.Host).Distinct().Count();
        Line($"first hour: {first.Count} polls, {first.Count - first.Select(poll => poll.Host).Distinct().Count()} of them again");
        Line($"most in a minute {minutes.Max()}, evenly {(double)run.Sources / minutes.Length:F0}; never asked after {Begin.TotalMinutes} minutes {run.Sources - known}");
        Line($"polls by five minutes: {string.Join(' ', minutes.Chunk(5).Select(five => five.Sum()))}");
    }

    private static void ReportHour(PollRun run, IReadOnlyList<(int Host, DateTimeOffset At, bool IsUnchanged)> polls, double seconds)
    {
        var hour = polls.Where(poll => poll.At >= run.Shown + Begin && poll.At < run.Shown + End).ToList();
        Line($"steady hour: {hour.Count} polls, {hour.Count(poll => poll.IsUnchanged)} unchanged");
        Line($"processor {seconds:F1} s, {1000 * seconds / hour.Count:F2} ms a poll: {100 * seconds / TimeSpan.FromHours(1).TotalSeconds:F2} % of a core over an hour");
    }

    private static void Report(string when, IReadOnlyList<PollCost> costs) => Line(
        $"memory {when}: most {costs.Max(cost => cost.WorkingSet) / 1e6:F0} MB, at the end {costs[^1].WorkingSet / 1e6:F0} MB, heap at most {costs.Max(cost => cost.Heap) / 1e6:F0} MB");

    // A host that has news had ten entries, and one more each time.
    private static async Task ReportArticlesAsync(PollRun run, IReadOnlyList<(int Host, DateTimeOffset At, bool IsUnchanged)> polls)
    {
        int served = polls.CountBy(poll => poll.Host).Sum(host => PollServer.Entries + (host.Key % 2 == 0 ? 0 : host.Value - 1));
        await using BenchBot bot = await BenchBot.OpenAsync(run.Place);
        long stored = await bot.Get<ArticleStore>().CountAllAsync(bot.Space, CancellationToken.None);
        Line($"articles served {served}, stored {stored}; what was under way when the bot was killed is served and not stored");
    }

    private static void Line(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

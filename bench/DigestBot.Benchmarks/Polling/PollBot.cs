using System.Diagnostics;
using System.Globalization;
using DigestBot.Ingest;
using DigestBot.News;
using DigestBot.Store;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Benchmarks.Polling;

/// <summary>A process that does nothing but poll, with the product's own worker, and says what it costs.</summary>
internal static class PollBot
{
    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(1);

    /// <summary>Adds the sources as the operator would, to be asked when the run begins.</summary>
    public static async Task AddSourcesAsync(PollRun run)
    {
        await using BenchBot bot = await BenchBot.OpenAsync(run.Place);
        SourceStore sources = bot.Get<SourceStore>();
        for (int i = 0; i < run.Sources; i++)
        {
            string location = $"http://{run.Host(i)}/feed";
            await sources.AddAsync(
                bot.Space,
                new NewSource(SourceKeys.Location(location), SourceKind.Feed, string.Create(CultureInfo.InvariantCulture, $"Paper {i}"), location, run.Shown.AddHours(-1)),
                CancellationToken.None);
        }
    }

    /// <summary><c>polls-bot RUN</c>: until it is killed, one line a second: processor seconds, working set, heap.</summary>
    public static async Task<int> RunAsync(PollRun run)
    {
        // The longest that may be set: at this pace of the clock the usual times are over before a busy machine has answered.
        IEnumerable<KeyValuePair<string, string?>> settings = Enumerable.Range(0, run.Sources)
            .Select(i => KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"Fetch:AllowedHosts:{i}"), (string?)run.Host(i)))
            .Append(KeyValuePair.Create("Ingest:FeedPages", (string?)"0")) // the entries lead nowhere
            .Append(KeyValuePair.Create("Fetch:ConnectTimeout", (string?)"00:01:00"))
            .Append(KeyValuePair.Create("Fetch:TotalTimeout", (string?)"00:05:00"));
        await using BenchBot bot = await BenchBot.OpenAsync(run.Place, services => services.AddSingleton<IngestWorker>(), run.Clock(), settings);
        await bot.Get<IngestWorker>().StartAsync(CancellationToken.None);
        using var timer = new PeriodicTimer(SampleInterval);
        using var self = Process.GetCurrentProcess();
        while (await timer.WaitForNextTickAsync())
        {
            self.Refresh();
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{self.TotalProcessorTime.TotalSeconds} {self.WorkingSet64} {GC.GetTotalMemory(forceFullCollection: false)}"));
        }

        return 0;
    }
}

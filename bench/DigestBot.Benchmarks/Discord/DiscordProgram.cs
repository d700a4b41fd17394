using System.Globalization;
using System.Text.Json.Nodes;

namespace DigestBot.Benchmarks.Discord;

/// <summary>Our client for Discord beside npm's discord.js, in turns, each against a fake Discord of its own on this machine.</summary>
internal static class DiscordProgram
{
    private const int Guilds = 1_000;
    private const int ChannelsEach = 20;
    private const int Events = 20_000;
    private const int Interactions = 1_000;
    private const int AtOnce = 20;

    /// <summary><c>discord [RUNS]</c>: of each figure the median of the runs, and the ratio of the medians.</summary>
    public static async Task<int> RunAsync(int runs)
    {
        var ours = new List<DiscordFigures>();
        var theirs = new List<DiscordFigures>();
        for (int run = 0; run < runs; run++)
        {
            ours.Add(await MeasureAsync(BenchPeer.Ours));
            theirs.Add(await MeasureAsync(BenchPeer.DiscordJs));
            await Console.Error.WriteLineAsync($"{ours[^1]}{Environment.NewLine}{theirs[^1]}");
        }

        await Console.Out.WriteLineAsync("| | DigestBot.Discord | discord.js | ratio |\n|---|---|---|---|");
        await RowAsync("events a second of processor time", figures => figures.EventsPerProcessorSecond);
        await RowAsync("events a second, as they came", figures => figures.EventsPerSecond);
        await RowAsync($"MB of memory, {Guilds} servers", figures => figures.Megabytes);
        await RowAsync("MB of that above one server", figures => figures.MegabytesOfGuilds);
        await RowAsync("ms to the callback, one at a time, p50", figures => figures.Alone.Percentile(0.5));
        await RowAsync("ms to the callback, one at a time, p99", figures => figures.Alone.Percentile(0.99));
        await RowAsync($"ms to the callback, {AtOnce} at a time, p99", figures => figures.Crowded.Percentile(0.99));
        return 0;

        Task RowAsync(string name, Func<DiscordFigures, double> figure)
        {
            (double our, double their) = (Median(ours.Select(figure)), Median(theirs.Select(figure)));
            return Console.Out.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"| {name} | {our:N1} | {their:N1} | {our / their:F2} |"));
        }
    }

    private static async Task<DiscordFigures> MeasureAsync(BenchPeer kind)
    {
        await using FakeProcess small = await FakeProcess.StartAsync(guilds: 1, ChannelsEach);
        double alone;
        await using (BenchPeerProcess peer = await kind.StartAsync(small, guilds: 1))
        {
            alone = (await peer.MarkAsync()).Megabytes;
        }

        await using FakeProcess fake = await FakeProcess.StartAsync(Guilds, ChannelsEach);
        await using BenchPeerProcess measured = await kind.StartAsync(fake, Guilds);
        double full = (await measured.MarkAsync()).Megabytes;
        (double perProcessor, double perSecond) = await FloodAsync(fake, measured);
        return new DiscordFigures(
            kind.Name,
            perProcessor,
            perSecond,
            full,
            full - alone,
            await AskAsync(fake, "alone", 1),
            await AskAsync(fake, "crowded", AtOnce));
    }

    // The first flood warms both sides up.
    private static async Task<(double PerProcessorSecond, double PerSecond)> FloodAsync(FakeProcess fake, BenchPeerProcess peer)
    {
        BenchMark before = default!;
        BenchMark after = default!;
        for (int flood = 1; flood <= 2; flood++)
        {
            before = await peer.MarkAsync();
            await fake.DoAsync("flood", new JsonObject { ["user"] = fake.User, ["channel"] = fake.Channel, ["count"] = Events });
            after = await peer.HasSeenAsync(flood * Events);
        }

        return (Events / (after.ProcessorSeconds - before.ProcessorSeconds), Events / (after.Clock - before.Clock));
    }

    private static async Task<LatencyReport> AskAsync(FakeProcess fake, string name, int atOnce)
    {
        const int Warmup = 200;
        double[] times = new double[Interactions];
        for (int begun = -Warmup; begun < Interactions; begun += atOnce)
        {
            double[] taken = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => fake.AskAsync()));
            for (int i = 0; i < atOnce && begun >= 0; i++)
            {
                times[begun + i] = taken[i];
            }
        }

        Array.Sort(times);
        return new LatencyReport(name, times);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

using System.Diagnostics;
using System.Globalization;

namespace DigestBot.Benchmarks;

/// <summary>Percentiles of many runs of one operation.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Milliseconds">Sorted.</param>
internal sealed record LatencyReport(string Name, double[] Milliseconds)
{
    public static async Task<LatencyReport> MeasureAsync(string name, int runs, Func<int, Task> run)
    {
        for (int i = 0; i < Math.Max(5, runs / 10); i++)
        {
            await run(runs + i);
        }

        double[] times = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await run(i);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        return new LatencyReport(name, times);
    }

    public double Percentile(double share) => Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(share * Milliseconds.Length))];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-28} n={Milliseconds.Length,-5} p50={Percentile(0.5),8:F2} ms  p90={Percentile(0.9),8:F2} ms  p99={Percentile(0.99),8:F2} ms  max={Milliseconds[^1],8:F2} ms");
}

namespace DigestBot.Evaluation.Fuzzing;

/// <summary>Measures how much memory something really needs: what is alive, not what waits for the collector.</summary>
internal static class LivePeak
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Bytes alive at once while <paramref name="action"/> runs, beyond those alive before.</summary>
    public static long Of(Action action)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = before;
        using var stop = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            while (!stop.Wait(Pause))
            {
                GC.Collect();
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            }
        });
        watcher.Start();
        try
        {
            action();
        }
        finally
        {
            stop.Set();
            watcher.Join();
        }

        return peak - before;
    }
}

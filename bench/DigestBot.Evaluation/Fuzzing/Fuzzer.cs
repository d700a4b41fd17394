using System.Diagnostics;

namespace DigestBot.Evaluation.Fuzzing;

/// <summary>Lets every target read every document as it is, and then damaged.</summary>
internal sealed class Fuzzer(IReadOnlyList<FuzzTarget> targets, FuzzLimits limits)
{
    private const int MostFailures = 100;

    private readonly List<FuzzFailure> _failures = [];
    private TimeSpan _slowest;
    private long _largest;

    public FuzzReport Run(IReadOnlyList<byte[]> corpus, int mutations, int seed)
    {
        var mutator = new Mutator(corpus, seed);
        int number = -corpus.Count;
        for (; number < mutations && _failures.Count < MostFailures; number++)
        {
            Read(number, number < 0 ? corpus[^-number] : mutator.Mutate(number));
        }

        return new FuzzReport(corpus.Count + number, _slowest, _largest, _failures);
    }

    private void Read(int number, byte[] input)
    {
        foreach (FuzzTarget target in targets)
        {
            if (Why(target, input) is { } why)
            {
                _failures.Add(new FuzzFailure(number, target.Name, why, input));
            }
        }
    }

    private string? Why(FuzzTarget target, byte[] input)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long begun = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.UserTime;
        try
        {
            target.Read(input);
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")} {Place(exception)}";
        }

        // The clock is cheap to ask but counts what other programs do meanwhile, so it only raises a suspicion.
        TimeSpan time = Stopwatch.GetElapsedTime(begun);
        time = time < limits.Time / 4 ? time : Min(time, Environment.CpuUsage.UserTime - used);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        _slowest = time > _slowest ? time : _slowest;
        _largest = Math.Max(_largest, allocated);
        return time > limits.Time && Again(target, input) is var again && again > limits.Time ? $"took {again.TotalSeconds:0.00} s"
            : allocated > limits.Memory && LivePeak.Of(() => target.Read(input)) is var peak && peak > limits.Memory ? $"held {peak >> 20} MB at once"
            : null;
    }

    private static TimeSpan Again(FuzzTarget target, byte[] input)
    {
        TimeSpan used = Environment.CpuUsage.UserTime;
        target.Read(input);
        return Environment.CpuUsage.UserTime - used;
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static string? Place(Exception exception) => exception.StackTrace?.Split('\n')[0].Trim();
}

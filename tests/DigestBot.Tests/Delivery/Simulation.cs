using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Delivery;

/// <summary>Runs asynchronous work on one thread and in simulated time: whenever nothing is left to do, the clock moves on.</summary>
internal sealed class Simulation(FakeTimeProvider clock) : SynchronizationContext, IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    // A continuation that the runtime carries over from another thread comes within this real time. One that does not
    // only finds a later hour.
    private const int GraceMilliseconds = 1;

    private readonly BlockingCollection<(SendOrPostCallback Work, object? State)> _queue = [];

    public override void Post(SendOrPostCallback d, object? state) => _queue.Add((d, state));

    /// <summary>Runs until <paramref name="work"/> has ended; fails when that takes longer than <paramref name="longest"/> of simulated time.</summary>
    public void Run(Func<Task> work, TimeSpan longest)
    {
        DateTimeOffset end = clock.GetUtcNow() + longest;
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            Task running = work();
            while (!running.IsCompleted)
            {
                if (_queue.TryTake(out (SendOrPostCallback Work, object? State) next, GraceMilliseconds))
                {
                    next.Work(next.State);
                }
                else
                {
                    Assert.True(clock.GetUtcNow() < end, $"This did not end within {longest}.");
                    clock.Advance(Step);
                }
            }

            running.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    public void Dispose() => _queue.Dispose();
}

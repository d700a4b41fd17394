namespace DigestBot.Discord.Tests.Gateway;

/// <summary>Runs code with all its tasks on one thread and by a clock of its own.</summary>
/// <remarks>
/// The same seed gives the same run, and hours take no time: when nothing can run, the clock moves to the next timer. It works
/// because the library neither leaves the context it is called in nor asks another clock.
/// </remarks>
internal sealed class Simulation : SynchronizationContext
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(4);

    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private readonly Thread _thread = Thread.CurrentThread;
    private volatile string? _left;

    private Simulation()
    {
    }

    public SimulatedClock Clock { get; } = new();

    public static void Run(Func<Simulation, Task> test)
    {
        SynchronizationContext? outside = Current;
        var simulation = new Simulation();
        SetSynchronizationContext(simulation);
        try
        {
            simulation.RunToEnd(test(simulation));
        }
        finally
        {
            SetSynchronizationContext(outside);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Thread.CurrentThread == _thread)
        {
            _ready.Enqueue((d, state));
        }
        else
        {
            _left = Environment.StackTrace; // an assertion here would fail on a thread that nobody watches
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    /// <summary>Lets time pass.</summary>
    public Task PassAsync(TimeSpan time) => Task.Delay(time, Clock, CancellationToken.None);

    /// <summary>Lets time pass, in small steps, until something is true.</summary>
    public async Task UntilAsync(Func<bool> isTrue, string what)
    {
        TimeSpan patience = Clock.Now + TimeSpan.FromHours(30);
        while (!isTrue())
        {
            Assert.True(Clock.Now < patience, $"This never came true: {what}.");
            await PassAsync(TimeSpan.FromMilliseconds(50));
        }
    }

    private void RunToEnd(Task test)
    {
        while (!test.IsCompleted)
        {
            if (_ready.TryDequeue(out (SendOrPostCallback Callback, object? State) next))
            {
                next.Callback(next.State);
            }
            else
            {
                Assert.Null(_left);
                Assert.True(Clock.MoveToNext(), "Everything waits, and nothing will ever happen.");
                Assert.True(Clock.Now < Longest, $"After {Clock.Now} the test has not ended.");
            }
        }

        test.GetAwaiter().GetResult();
    }
}

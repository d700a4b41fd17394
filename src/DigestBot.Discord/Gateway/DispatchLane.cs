using System.Threading.Channels;

namespace DigestBot.Discord;

/// <summary>Runs the handlers of one kind of events, so many at the same time; they are taken in the order of their arrival.</summary>
/// <remarks>The work given to it must not throw. With room for more than one, a later handler may overtake an earlier one.</remarks>
internal sealed class DispatchLane : IAsyncDisposable
{
    private readonly Channel<Func<Task>> _waiting;
    private readonly SemaphoreSlim _room;
    private readonly int _mostInFlight;
    private readonly Task _pump;

    /// <param name="mostInFlight">With 1, a handler begins when the one before it has ended.</param>
    public DispatchLane(int mostInFlight, int mostWaiting)
    {
        var options = new BoundedChannelOptions(mostWaiting) { SingleReader = true };
        _waiting = System.Threading.Channels.Channel.CreateBounded<Func<Task>>(options);
        _room = new SemaphoreSlim(mostInFlight);
        _mostInFlight = mostInFlight;
        _pump = PumpAsync();
    }

    /// <summary>Returns when the work has its place; waits while there is none.</summary>
    public ValueTask EnterAsync(Func<Task> work, CancellationToken cancellationToken) =>
        _waiting.Writer.WriteAsync(work, cancellationToken);

    /// <summary>Same, without waiting: false where there is no place.</summary>
    public bool TryEnter(Func<Task> work) => _waiting.Writer.TryWrite(work);

    /// <summary>Takes nothing more, and returns when everything was handled.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _pump;
        for (int place = 0; place < _mostInFlight; place++)
        {
            await _room.WaitAsync();
        }

        _room.Dispose();
    }

    private async Task PumpAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (_waiting.Reader.TryRead(out Func<Task>? work))
            {
                await _room.WaitAsync();
                _ = RunAsync(work);
            }
        }
    }

    private async Task RunAsync(Func<Task> work)
    {
        await Task.Yield(); // a handler that computes for long holds up none but itself
        try
        {
            await work();
        }
        finally
        {
            _room.Release();
        }
    }
}

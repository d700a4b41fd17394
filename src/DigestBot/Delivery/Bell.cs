using System.Threading.Channels;

namespace DigestBot.Delivery;

/// <summary>Wakes a worker of this process before its time, because there is something to do. A missed ring costs a wait, never a post.</summary>
/// <remarks>One waiter at a time: a ring wakes one.</remarks>
internal abstract class Bell(TimeProvider clock)
{
    // One ring is as good as many: whoever wakes looks at everything there is to do.
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rings.Writer.TryWrite(true);

    /// <summary>Returns when it rings, at the latest after <paramref name="longest"/>.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        if (longest <= TimeSpan.Zero)
        {
            return;
        }

        using var patience = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await _rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time is up.
        }
    }
}

/// <summary>Rings when slots became due.</summary>
internal sealed class SlotBell(TimeProvider clock) : Bell(clock);

/// <summary>Rings when posts were queued.</summary>
internal sealed class PostBell(TimeProvider clock) : Bell(clock);

/// <summary>Rings when one platform may have something to send.</summary>
internal sealed class PumpBell(TimeProvider clock) : Bell(clock);

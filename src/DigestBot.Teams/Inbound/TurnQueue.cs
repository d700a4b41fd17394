using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace DigestBot.Teams;

/// <summary>Activities that were acknowledged and wait for their turn.</summary>
internal sealed class TurnQueue(IOptions<BotFrameworkOptions> options)
{
    private readonly Channel<QueuedTurn> _turns = Channel.CreateBounded<QueuedTurn>(options.Value.QueueCapacity);

    public int Count => _turns.Reader.Count;

    /// <returns>False where there is no room, or the host is stopping.</returns>
    public bool TryAdd(QueuedTurn turn) => _turns.Writer.TryWrite(turn);

    /// <summary>All turns, until the queue is closed and empty.</summary>
    public IAsyncEnumerable<QueuedTurn> TakeAsync(CancellationToken cancellationToken) => _turns.Reader.ReadAllAsync(cancellationToken);

    public void Close() => _turns.Writer.TryComplete();
}

/// <summary>One activity, and who is to answer it.</summary>
internal sealed record QueuedTurn(Activity Activity, IBot Bot);

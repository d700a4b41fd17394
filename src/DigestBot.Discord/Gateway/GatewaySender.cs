namespace DigestBot.Discord;

/// <summary>Sends the frames of one connection: one after the other, and no more of them than the gateway allows.</summary>
internal sealed class GatewaySender(IGatewaySocket socket, TimeProvider clock)
{
    private const int MostInWindow = 120;
    private const int MostPresencesInWindow = 5;

    // Discord closes a connection that sends too much, and takes one for dead that sends no heartbeat.
    private const int KeptForHeartbeats = 3;

    // A gateway that asks for heartbeats without end must not use up those that are due.
    private const int KeptForTimedHeartbeats = 2;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly SlidingWindow _budget = new(MostInWindow, Window, clock);
    private readonly SlidingWindow _presences = new(MostPresencesInWindow, Window, clock);
    private readonly TurnQueue _turn = new();

    /// <summary>Sends when the budget allows it.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        await _budget.TakeAsync(KeptForHeartbeats, cancellationToken);
        await WriteAsync(frame, cancellationToken);
    }

    /// <summary>Same, for a change of presence.</summary>
    public async Task SendPresenceAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        await _presences.TakeAsync(0, cancellationToken);
        await _budget.TakeAsync(KeptForHeartbeats, cancellationToken);
        await WriteAsync(frame, CancellationToken.None); // a send that is given up midway takes the connection with it
    }

    /// <summary>Sends a heartbeat that is due.</summary>
    public Task SendHeartbeatAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken) =>
        _budget.TryTake() ? WriteAsync(frame, cancellationToken) : Task.CompletedTask;

    /// <summary>Sends a heartbeat that the gateway asked for, or lets it be where it asks too often.</summary>
    public Task AnswerHeartbeatAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken) =>
        _budget.TryTake(KeptForTimedHeartbeats) ? WriteAsync(frame, cancellationToken) : Task.CompletedTask;

    private async Task WriteAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        if (frame.Length > GatewayPayloads.MostBytes)
        {
            throw new ArgumentException($"A frame of {frame.Length} bytes is larger than the gateway takes.", nameof(frame));
        }

        await _turn.EnterAsync(cancellationToken);
        try
        {
            await socket.SendAsync(frame, cancellationToken);
        }
        finally
        {
            _turn.Leave();
        }
    }
}

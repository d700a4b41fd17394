namespace DigestBot.Discord;

/// <summary>Whom a shard's connections work for.</summary>
internal interface IGatewayOwner
{
    /// <summary>Takes the next event. Returns when it is where it will be handled; waits where there is no room.</summary>
    /// <param name="arrivedAt">When it was read, as <see cref="TimeProvider.GetTimestamp"/>.</param>
    ValueTask AcceptAsync(GatewayFrame frame, long arrivedAt, CancellationToken cancellationToken);

    /// <summary>A connection, or the attempt to get one, has ended.</summary>
    void Ended(GatewayClosedException exception);
}

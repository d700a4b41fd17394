namespace DigestBot.Discord;

/// <summary>Lets one shard begin a session at a time, with a pause after each.</summary>
internal sealed class IdentifyBucket(TimeSpan spacing, TimeProvider clock)
{
    private readonly TurnQueue _turn = new();
    private long? _usedAt;

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.EnterAsync(cancellationToken);
        try
        {
            TimeSpan wait = _usedAt is { } used ? spacing - clock.GetElapsedTime(used) : TimeSpan.Zero;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, cancellationToken);
        }
        catch
        {
            _turn.Leave();
            throw;
        }
    }

    /// <summary>By whoever is in: the session is being asked for now.</summary>
    public void Used() => _usedAt = clock.GetTimestamp();

    public void Leave() => _turn.Leave();
}

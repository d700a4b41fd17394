namespace DigestBot.Discord;

/// <summary>Lets one shard begin a session at a time, with a pause after each.</summary>
internal sealed class IdentifyBucket(TimeSpan spacing, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private long? _usedAt;

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            TimeSpan wait = _usedAt is { } used ? spacing - clock.GetElapsedTime(used) : TimeSpan.Zero;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, clock, cancellationToken);
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>By whoever is in: the session is being asked for now.</summary>
    public void Used() => _usedAt = clock.GetTimestamp();

    public void Leave() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}

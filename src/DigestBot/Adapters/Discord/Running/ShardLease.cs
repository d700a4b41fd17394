using DigestBot.Delivery;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters.Discord.Running;

/// <summary>The lease of one share, as this node sees it.</summary>
/// <remarks>
/// Invariant: <see cref="HoldsFor"/> turns false at least <see cref="ShardTerms.Margin"/> before anybody else can take the lease, whether
/// the store answers, fails or hangs: time is counted from before each question, by a clock that nobody sets.
/// </remarks>
internal sealed partial class ShardLease(
    ShardShare share, ShardTerms terms, LeaseStore leases, NodeName node, TimeProvider clock, ILogger<ShardLease> logger)
{
    private readonly Lock _gate = new();
    private Task _asking = Task.CompletedTask;
    private long? _token;
    private long _askedAt;

    public ShardShare Share => share;

    /// <summary>Whether this node may run the share for so long from now.</summary>
    public bool HoldsFor(TimeSpan ahead)
    {
        lock (_gate)
        {
            return _token is not null && clock.GetElapsedTime(_askedAt) + ahead < terms.Duration - terms.Margin;
        }
    }

    /// <summary>Takes or renews it, unless an earlier question still waits for its answer.</summary>
    /// <returns>Completes with the answer, also where there is none.</returns>
    public Task AskAsync()
    {
        if (_asking.IsCompleted)
        {
            _asking = AskOnceAsync();
        }

        return _asking;
    }

    /// <summary>Gives it back, so that another node need not wait.</summary>
    public async Task ReleaseAsync()
    {
        await _asking;
        long? token;
        lock (_gate)
        {
            (token, _token) = (_token, null);
        }

        if (token is { } held)
        {
            await ReleaseAsync(held);
        }
    }

    private async Task AskOnceAsync()
    {
        await Task.Yield(); // with an embedded database nothing below is truly asynchronous
        long askedAt = clock.GetTimestamp();
        try
        {
            long? token = await leases.TakeAsync(share.Lease, node.Value, terms.Duration, CancellationToken.None);
            if (!Learn(token, askedAt) && token is { } regained)
            {
                // Somebody else had it in between, so what runs here has to stop before it begins anew.
                await ReleaseAsync(regained);
            }
        }
        catch (StoreException exception)
        {
            LogNotAsked(share.Lease, exception.Message);
        }
    }

    private bool Learn(long? token, long askedAt)
    {
        lock (_gate)
        {
            bool kept = token is not null && (_token is null || _token == token);
            (_token, _askedAt) = (kept ? token : null, askedAt);
            return kept;
        }
    }

    private async Task ReleaseAsync(long token)
    {
        try
        {
            await leases.ReleaseAsync(share.Lease, node.Value, token, CancellationToken.None);
        }
        catch (StoreException exception)
        {
            LogNotAsked(share.Lease, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store cannot be asked for {Lease}: {Reason}")]
    private partial void LogNotAsked(string lease, string reason);
}

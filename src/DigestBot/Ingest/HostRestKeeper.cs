using DigestBot.Ingest.Fetching;
using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>Carries what hosts asked for from one process to the next.</summary>
internal sealed class HostRestKeeper(HostRests rests, HostRestStore store)
{
    public async Task RestoreAsync(CancellationToken cancellationToken) =>
        rests.Restore(await store.ListAsync(HostRests.MaxHosts, cancellationToken));

    /// <summary>To be called after each poll: what it was told must not be lost.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (rests.TakeUnsaved() is { Count: > 0 } unsaved)
        {
            await store.SaveAsync(unsaved, cancellationToken);
        }
    }

    /// <summary>To be called when the clock was set: what is kept was written by the clock as it was.</summary>
    public Task RenewAsync(CancellationToken cancellationToken) => store.SaveAsync(rests.List(), cancellationToken);
}

namespace DigestBot.Delivery;

/// <summary>Asks the platform of a channel whether it can be posted to.</summary>
internal sealed class ChannelCheck(IEnumerable<IChatAdapter> adapters, PlatformCall calls)
{
    /// <summary>Somebody waits for the answer, and platforms give a chat reply little time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<Preflight> AskAsync(PreflightRequest request, CancellationToken cancellationToken) =>
        adapters.FirstOrDefault(adapter => adapter.Platform == request.Channel.Platform) is { } adapter
            ? await calls.PreflightAsync(adapter, request, Patience, cancellationToken)
            : new Preflight.NotConnected();
}

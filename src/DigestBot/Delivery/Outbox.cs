using DigestBot.Chat;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>Sends what waits in the outbox: one pump for each platform, so that none waits for another.</summary>
internal sealed class Outbox(
    IEnumerable<IChatAdapter> adapters,
    PostStore posts,
    PartSender sender,
    NodeName node,
    Backoff backoff,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILoggerFactory loggers)
{
    /// <summary>One for each connected platform.</summary>
    public IReadOnlyList<PlatformPump> Pumps { get; } = [.. adapters.Select(adapter => new PlatformPump(
        adapter, posts, sender, node, backoff, new PumpBell(clock), options, clock, loggers.CreateLogger<PlatformPump>()))];

    /// <summary>Sends what may go now to one platform, and returns when nothing more may.</summary>
    /// <returns>How many requests were made; 0 where the platform is not connected.</returns>
    public Task<int> DrainAsync(ChatPlatform platform, CancellationToken cancellationToken) =>
        Pumps.FirstOrDefault(pump => pump.Platform == platform)?.DrainAsync(cancellationToken) ?? Task.FromResult(0);
}

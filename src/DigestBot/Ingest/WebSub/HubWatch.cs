using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.WebSub;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.WebSub;

/// <summary>When a source is asked that has a hub: more rarely while the hub is known to tell, and soon when it has told.</summary>
internal sealed class HubWatch(
    SubscriptionStore subscriptions, PollTiming timing, IOptions<WebSubOptions> options, IOptions<IngestOptions> ingest, TimeProvider clock)
{
    public bool IsOn => options.Value.IsOn;

    /// <summary>As it is before a poll; null where the source has no hub.</summary>
    public async Task<Subscription?> OfAsync(Source source, CancellationToken cancellationToken) =>
        IsOn && source.Kind == SourceKind.Feed ? await subscriptions.OfSourceAsync(source.Id, cancellationToken) : null;

    /// <summary>What may be shown of a source's hub; null where it has none.</summary>
    public async Task<HubSight?> SightAsync(Source source, CancellationToken cancellationToken) =>
        await OfAsync(source, cancellationToken) is { } hub ? HubSight.Of(hub, clock.GetUtcNow()) : null;

    /// <summary>How many feeds that the space may see have a hub that tells of news; null where no hub is asked.</summary>
    public async Task<long?> CountAsync(Space space, CancellationToken cancellationToken) =>
        IsOn ? await subscriptions.CountAsync(space, cancellationToken) : null;

    /// <summary>When to ask next after a poll that was answered; null where the source has no hub.</summary>
    public PushTiming? Timing(Subscription? hub, DateTimeOffset now, TimeSpan? asked, PollHints hints)
    {
        if (hub is null)
        {
            return null;
        }

        // What the hub told of may not have reached all of the publisher's servers: the next look comes after as long as it is since.
        TimeSpan since = hub.LastPing is { } ping ? now - ping : TimeSpan.MaxValue;
        TimeSpan soon = since < options.Value.PingGap ? options.Value.PingGap : since < Usual ? since : Usual;
        TimeSpan rare = options.Value.PollInterval > Usual ? options.Value.PollInterval : Usual;
        return new PushTiming(
            hub.Pings,
            hub.IsActive(clock.GetUtcNow()) ? timing.AfterSuccess(now, asked, hints, rare, CheckReason.Pushed) : null,
            timing.AfterSuccess(now, asked, hints, soon, soon < Usual ? CheckReason.Told : CheckReason.Usual),
            now + options.Value.PingGap);
    }

    private TimeSpan Usual => ingest.Value.PollInterval;
}

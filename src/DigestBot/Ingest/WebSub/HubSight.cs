using DigestBot.Store.WebSub;

namespace DigestBot.Ingest.WebSub;

/// <summary>What may be shown of a source's hub.</summary>
/// <param name="Address">Of the hub, without its secrets.</param>
/// <param name="IsActive">Whether it tells of news now.</param>
/// <param name="Since">Since when it does, or did.</param>
/// <param name="Until">Until when, if it is not asked again.</param>
/// <param name="LastPing">When it last told of news.</param>
/// <param name="Problem">What was last wrong, in one sentence.</param>
internal sealed record HubSight(
    string Address, bool IsActive, DateTimeOffset? Since, DateTimeOffset? Until, DateTimeOffset? LastPing, string? Problem)
{
    public static HubSight Of(Subscription subscription, DateTimeOffset now) => new(
        FeedAddress.Shown(subscription.Hub),
        subscription.IsActive(now),
        subscription.Since,
        subscription.Until,
        subscription.LastPing,
        subscription.Problem is { } problem ? FeedAddress.In(problem) : null);
}

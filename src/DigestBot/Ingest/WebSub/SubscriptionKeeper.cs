using System.Globalization;
using DigestBot.Ingest.Fetching;
using DigestBot.Store.WebSub;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.WebSub;

/// <summary>Asks hubs to tell of news, asks again before they forget, and takes leave of them.</summary>
/// <remarks>
/// What is asked is taken from the store like a source that is polled: however many processes there are, one of them asks.
/// Asking twice is harmless: a hub keeps one subscription for one callback.
/// </remarks>
internal sealed partial class SubscriptionKeeper(
    SubscriptionStore subscriptions,
    FormSender sender,
    HostRestKeeper rests,
    IOptions<WebSubOptions> options,
    IOptions<IngestOptions> ingest,
    TimeProvider clock,
    ILogger<SubscriptionKeeper> logger)
{
    private const int TakenAtOnce = 16;
    private const int LeavesTaken = 3;

    // Longer than all that is taken at once may take; then somebody else may ask, because whoever took it must have died.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    // So long a hub may take to confirm what it has accepted.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(10);

    /// <summary>A hub that refuses or does not work is asked again so rarely at last, and never more rarely.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string address = HubCallback.Base(options.Value);
        await subscriptions.TendAsync(address, ingest.Value.PollInterval, cancellationToken);
        while (await subscriptions.TakeAsync(TakenAtOnce, clock.GetUtcNow() + Lease, address, cancellationToken) is { Count: > 0 } due)
        {
            await Parallel.ForEachAsync(due.GroupBy(Host), cancellationToken, AskHubAsync);
            await rests.SaveAsync(cancellationToken);
        }
    }

    private static string Host(Subscription subscription) => AddressText.Parse(subscription.Hub) is { } hub ? FetchReasons.Site(hub) : subscription.Hub;

    // A hub that does not answer is not asked for all the feeds that name it, one after the other.
    private async ValueTask AskHubAsync(IGrouping<string, Subscription> ofOneHub, CancellationToken cancellationToken)
    {
        FormOutcome? failed = null;
        foreach (Subscription subscription in ofOneHub)
        {
            if (subscription.AcceptedAt is not null)
            {
                await FailAsync(subscription, new FormOutcome("The hub accepted, but did not come back to confirm."), cancellationToken);
                continue;
            }

            FormOutcome outcome = failed ?? await AskAsync(subscription, cancellationToken);
            if (outcome.Problem is null)
            {
                await subscriptions.AcceptedAsync(subscription, clock.GetUtcNow() + Patience, cancellationToken);
                LogAsked(ofOneHub.Key, subscription.Asked);
            }
            else
            {
                failed = outcome.IsSilence ? outcome : null;
                await FailAsync(subscription, outcome, cancellationToken);
            }
        }
    }

    private async Task<FormOutcome> AskAsync(Subscription subscription, CancellationToken cancellationToken) =>
        AddressText.Parse(subscription.Hub) is { } hub
            ? await sender.SendAsync(hub, Form(subscription), cancellationToken)
            : new FormOutcome("The feed names a hub whose address is none.");

    private KeyValuePair<string, string>[] Form(Subscription subscription)
    {
        KeyValuePair<string, string>[] always =
        [
            new("hub.callback", HubCallback.Address(subscription)),
            new("hub.mode", subscription.Asked == HubMode.Unsubscribe ? "unsubscribe" : "subscribe"),
            new("hub.topic", subscription.Topic),
        ];
        return subscription.Asked == HubMode.Unsubscribe
            ? always
            :
            [
                .. always,
                new("hub.lease_seconds", ((long)options.Value.Lease.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
                new("hub.secret", subscription.Secret),
            ];
    }

    private async Task FailAsync(Subscription subscription, FormOutcome outcome, CancellationToken cancellationToken)
    {
        if (subscription.Asked == HubMode.Unsubscribe && subscription.Failures + 1 >= LeavesTaken)
        {
            await subscriptions.LeftAsync(subscription, cancellationToken);
        }
        else
        {
            TimeSpan pause = Pause(subscription.Failures, outcome.RetryAfter);
            await subscriptions.FailedAsync(subscription, outcome.Problem!, clock.GetUtcNow() + pause, cancellationToken);
        }

        LogNotAsked(Host(subscription), outcome.Problem!);
    }

    private static TimeSpan Pause(int failuresBefore, TimeSpan? retryAfter)
    {
        TimeSpan pause = FirstPause * Math.Pow(2, Math.Min(failuresBefore, 12));
        TimeSpan longer = retryAfter > pause ? retryAfter.Value : pause;
        return longer < LongestPause ? longer : LongestPause;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Asked the hub {Hub} to {Mode}; it will confirm")]
    private partial void LogAsked(string hub, HubMode? mode);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub {Hub} does not tell of news; its feeds are polled as ever: {Problem}")]
    private partial void LogNotAsked(string hub, string problem);
}

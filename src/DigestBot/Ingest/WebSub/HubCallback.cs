using System.Buffers;
using System.Globalization;
using DigestBot.Ingest.Fetching;
using DigestBot.Store.WebSub;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest.WebSub;

/// <summary>Answers those who come to the address that only a hub was told: confirms what we asked for, and takes pings.</summary>
/// <remarks>
/// Invariant: nothing of a ping's body is kept or believed; it is read to check its signature only. News is what the publisher
/// answers when it is asked.
/// </remarks>
internal sealed partial class HubCallback(
    SubscriptionStore subscriptions,
    PingStore pings,
    IOptions<WebSubOptions> options,
    IOptions<IngestOptions> ingest,
    IOptions<FetchOptions> fetching,
    IngestMetrics metrics,
    TimeProvider clock,
    ILogger<HubCallback> logger)
{
    public const string Path = "/websub/";

    private const int LongestReason = 200;
    private const int PieceSize = 16 * 1024;

    /// <summary>So much of a lease is left when the hub is asked again: time for several tries.</summary>
    private const double ShareLeft = 0.2;

    /// <summary>A hub that forgets us sooner is not asked more often.</summary>
    private static readonly TimeSpan ShortestLease = TimeSpan.FromHours(1);

    public static string Base(WebSubOptions options) => options.PublicUrl.TrimEnd('/');

    public static string Address(Subscription subscription) => $"{subscription.Base}{Path}{subscription.Callback}";

    /// <summary>Whether the hub may go on: true only for what we have asked it.</summary>
    public async Task<bool> ConfirmAsync(string callback, HubRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (request.Topic is not { Length: > 0 } topic)
        {
            return false;
        }

        return request.Mode switch
        {
            "subscribe" when request.Challenge is not null && Granted(request.LeaseSeconds) is { Ticks: > 0 } lease =>
                await subscriptions.ConfirmAsync(callback, topic, now + lease, now + Renewal(lease), cancellationToken),
            "unsubscribe" when request.Challenge is not null => await subscriptions.ConfirmLeaveAsync(callback, topic, cancellationToken),
            "denied" => await subscriptions.DenyAsync(
                callback, topic, Denial(request.Reason), now + SubscriptionKeeper.LongestPause, ingest.Value.PollInterval, cancellationToken),
            _ => false,
        };
    }

    /// <param name="callback">What follows our address.</param>
    /// <param name="signature">X-Hub-Signature as it came.</param>
    /// <param name="body">Read to its end, unless it is too large.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PingOutcome> TakeAsync(string callback, string? signature, Stream body, CancellationToken cancellationToken)
    {
        PingOutcome outcome = await JudgeAsync(callback, signature, body, cancellationToken);
        metrics.Pinged(outcome);
        return outcome;
    }

    private async Task<PingOutcome> JudgeAsync(string callback, string? signature, Stream body, CancellationToken cancellationToken)
    {
        if (await subscriptions.OfCallbackAsync(callback, cancellationToken) is not
            { State: SubscriptionState.Wanted or SubscriptionState.Active, Base: not null, SourceId: not null } subscription)
        {
            return PingOutcome.Unknown;
        }

        using HubSignature? signed = HubSignature.Read(signature, subscription.Secret);
        using var deadline = new CancellationTokenSource(fetching.Value.TotalTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            if (signed is null || !await ReadAsync(body, signed, either.Token))
            {
                return await IgnoreAsync(subscription, signed is not null, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return PingOutcome.TooSlow;
        }

        if (!signed.IsRight())
        {
            return await IgnoreAsync(subscription, isTooLarge: false, cancellationToken);
        }

        await pings.NoteAsync(subscription, options.Value.PingGap, cancellationToken);
        return PingOutcome.Noted;
    }

    private async Task<PingOutcome> IgnoreAsync(Subscription subscription, bool isTooLarge, CancellationToken cancellationToken)
    {
        string problem = isTooLarge
            ? "Something was sent that is larger than any feed may be; it was ignored."
            : "Something was sent that the hub has not signed; it was ignored.";
        await pings.RejectAsync(subscription, problem, cancellationToken);
        LogIgnored(subscription.Id, problem);
        return isTooLarge ? PingOutcome.TooLarge : PingOutcome.Ignored;
    }

    /// <returns>False where it is larger than a feed may be.</returns>
    private async Task<bool> ReadAsync(Stream body, HubSignature signed, CancellationToken cancellationToken)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            long left = fetching.Value.MaxFeedBytes;
            for (int read; (read = await body.ReadAsync(piece, cancellationToken)) > 0; left -= read)
            {
                if (read > left)
                {
                    return false;
                }

                signed.Add(piece.AsSpan(0, read));
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    // A hub that does not say grants what it was asked for.
    private TimeSpan Granted(string? seconds)
    {
        TimeSpan granted = string.IsNullOrEmpty(seconds) ? options.Value.Lease
            : long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? TimeSpan.FromSeconds(Math.Min(number, (long)SubscriptionStore.LongestLease.TotalSeconds))
                : TimeSpan.Zero;
        return granted < SubscriptionStore.LongestLease ? granted : SubscriptionStore.LongestLease;
    }

    private static TimeSpan Renewal(TimeSpan lease) => lease * (1 - ShareLeft) is var early && early > ShortestLease ? early : ShortestLease;

    private static string Denial(string? reason)
    {
        string said = FeedAddress.In(NewsText.Line(reason ?? ""));
        return said.Length == 0 ? "The hub refuses." : $"The hub refuses: {(said.Length > LongestReason ? said[..LongestReason] : said)}";
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Subscription {Subscription}: {Problem}")]
    private partial void LogIgnored(long subscription, string problem);
}

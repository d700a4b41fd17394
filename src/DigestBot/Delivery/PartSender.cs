using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>One attempt to send one post, from the note that it begins to the note how it ended.</summary>
/// <remarks>
/// Invariant: no request begins that the store has not noted, and none outlives the lease. So whoever takes the post over
/// knows that it may have arrived, and nobody sends it at the same time.
/// </remarks>
internal sealed partial class PartSender(
    PostStore posts,
    ChannelParking parking,
    AttemptRules rules,
    PlatformCall calls,
    Backoff backoff,
    DeliveryMetrics metrics,
    IOptions<DeliveryOptions> options,
    TimeProvider clock,
    ILogger<PartSender> logger)
{
    private static readonly TimeSpan LongestRecordPause = TimeSpan.FromSeconds(5);

    /// <summary>Cannot be cancelled: what begins is finished, within the lease.</summary>
    /// <returns>False when no request was made.</returns>
    /// <exception cref="StoreException">The store is down. If that was before the request, there was none.</exception>
    public async Task<bool> SendAsync(IChatAdapter adapter, TakenPost post, DepartureGate gate)
    {
        DateTimeOffset now = clock.GetUtcNow();
        NextStep step = rules.Next(post, adapter.Limits, now);
        if (step is NextStep.Stop { End: var end })
        {
            await RecordAsync(post, end, effect: null);
            return false;
        }

        DateTimeOffset deadline = now + (options.Value.SendTimeout * (step is NextStep.LookBack ? 2 : 1));
        if (!await posts.BeginAsync(post, deadline, CancellationToken.None))
        {
            LogNotBegun(post.Key);
            await posts.ReleaseAsync([post], CancellationToken.None);
            return false;
        }

        (PostEnd ended, Func<Task>? effect) = await AttemptAsync(adapter, post, step, gate, deadline);
        await RecordAsync(post, ended, effect);
        return true;
    }

    private async Task<(PostEnd End, Func<Task>? Effect)> AttemptAsync(
        IChatAdapter adapter, TakenPost post, NextStep step, DepartureGate gate, DateTimeOffset deadline)
    {
        OutgoingPart part = PartOf(post);
        if (step is NextStep.LookBack)
        {
            await gate.PassAsync();
            switch (await calls.FindAsync(adapter, part, post.UnsureSince!.Value, Left(deadline)))
            {
                case Lookup.Found found:
                    return (new PostEnd.Delivered(found.MessageId, adapter.Limits.BetweenParts, "Found in the channel."), null);
                case Lookup.NotKnown unknown:
                    return (rules.NotFoundOut(post, adapter.Limits, clock.GetUtcNow(), unknown.Reason), null);
            }
        }

        await gate.PassAsync();
        DateTimeOffset begun = clock.GetUtcNow();
        if (begun >= deadline)
        {
            return (rules.NotSent(post, adapter.Limits, begun, "Not sent: it was too long on its way."), null);
        }

        DeliveryOutcome outcome = await calls.SendAsync(adapter, part, Left(deadline));
        return Conclude(adapter, post, outcome, begun);
    }

    private (PostEnd End, Func<Task>? Effect) Conclude(
        IChatAdapter adapter, TakenPost post, DeliveryOutcome outcome, DateTimeOffset begun)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Func<Task>? effect = null;
        switch (outcome)
        {
            case DeliveryOutcome.RetryLater { WholePlatform: true } later:
                // The dice are thrown once, for the platform and for the post.
                later = later with { After = rules.Wait(later, post) };
                outcome = later;
                effect = () => posts.PauseAsync(
                    adapter.Platform, now + later.After.Value, TrailNote.Of(later.Reason), CancellationToken.None);
                break;
            case DeliveryOutcome.Rejected { ChannelLost: true } rejected:
                effect = () => rejected.ByReader
                    ? parking.ClosedAsync(post.Channel, TrailNote.Of(rejected.Reason), CancellationToken.None)
                    : parking.RefusedAsync(post.Channel, TrailNote.Of(rejected.Reason), CancellationToken.None);
                break;
            case DeliveryOutcome.Unconfirmed unconfirmed:
                metrics.Unsure(adapter.Platform);
                LogUnsure(post.Key, unconfirmed.Reason);
                break;
        }

        return (rules.After(outcome, post, adapter.Limits, begun, now), effect);
    }

    // How it ended is known only here. While the lease holds nobody else touches the post, so a store that is down is asked
    // again and again; after that, whoever takes the post finds that it may have arrived.
    private async Task RecordAsync(TakenPost post, PostEnd end, Func<Task>? effect)
    {
        DateTimeOffset until = post.DepartAt + options.Value.Lease;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                if (effect is not null)
                {
                    await effect();
                    effect = null;
                }

                if (await posts.EndAsync(post, end, CancellationToken.None))
                {
                    Report(post, end);
                }
                else
                {
                    LogTakenOver(post.Key, end.Note);
                }

                return;
            }
            catch (StoreException exception) when (clock.GetUtcNow() < until)
            {
                LogNotRecorded(post.Key, exception.Message);
                await Task.Delay(backoff.After(attempt, LongestRecordPause), clock, CancellationToken.None);
            }
        }
    }

    private void Report(TakenPost post, PostEnd end)
    {
        metrics.Ended(post, end, clock.GetUtcNow());
        switch (end)
        {
            case PostEnd.Delivered delivered:
                LogDelivered(post.Key, delivered.Note);
                break;
            case PostEnd.Dead dead:
                LogDead(post.Key, dead.Note);
                break;
            default:
                LogEnded(post.Key, end.GetType().Name, end.Note);
                break;
        }
    }

    // No request outlives what the store has granted, however long the store took to do so.
    private TimeSpan Left(DateTimeOffset deadline)
    {
        TimeSpan left = deadline - clock.GetUtcNow();
        return left < options.Value.SendTimeout ? left : options.Value.SendTimeout;
    }

    private OutgoingPart PartOf(TakenPost post) => new(
        post.Channel.Address,
        post.Channel.Reference,
        Nonce.Of(post.Key),
        post.Part,
        post.Parts,
        post.Body,
        post.Part == 1 ? post.MentionRole : null,
        post.FirstMessageId,
        post.Attempts + 1)
    {
        Silent = post.IsQuietAt(clock.GetUtcNow()),
    };

    [LoggerMessage(Level = LogLevel.Debug, Message = "Post {Key}: {Note}")]
    private partial void LogDelivered(string key, string note);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Key} is given up: {Note}")]
    private partial void LogDead(string key, string note);

    [LoggerMessage(Level = LogLevel.Information, Message = "Post {Key}: {End}: {Note}")]
    private partial void LogEnded(string key, string end, string note);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Key} may have arrived: {Reason}")]
    private partial void LogUnsure(string key, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Post {Key} was not sent: another node holds it, or its lease ends too soon")]
    private partial void LogNotBegun(string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Key} was taken over while it was sent; here it ended so: {Note}")]
    private partial void LogTakenOver(string key, string note);

    [LoggerMessage(Level = LogLevel.Warning, Message = "How post {Key} ended cannot be recorded yet: {Reason}")]
    private partial void LogNotRecorded(string key, string reason);
}

using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;

namespace DigestBot.Delivery;

/// <summary>What may be done with a post, and what follows from what happened. Knows no store and no platform.</summary>
/// <remarks>
/// Invariant: a post that may have arrived is sent again only if the platform drops the double, or has said that it is not
/// there, or the operator chose so.
/// </remarks>
internal sealed class AttemptRules(Backoff backoff, IOptions<DeliveryOptions> options)
{
    private readonly DeliveryOptions _options = options.Value;

    /// <summary>What the next attempt is.</summary>
    public NextStep Next(TakenPost post, ChatLimits limits, DateTimeOffset now)
    {
        if (post.Channel.IsParked)
        {
            return GivenUp(post, limits, $"The channel is parked: {post.Channel.ParkedReason}");
        }

        if (post.RestsUntil(now) is { } rested)
        {
            return new NextStep.Stop(new PostEnd.Resting(rested, rested + _options.GiveUpAfter, "Waits until the quiet hours end."));
        }

        if (now > post.GiveUpAt)
        {
            return GivenUp(post, limits, "Given up: its time has passed.");
        }

        if (post.Attempts >= _options.MaxAttempts)
        {
            return GivenUp(post, limits, $"Given up after {post.Attempts} attempts.");
        }

        return post.UnsureSince switch
        {
            null => new NextStep.Send(),
            { } since when NonceHolds(since, limits, now) => new NextStep.Send(),
            _ when limits.CanLookBack => new NextStep.LookBack(),
            _ when _options.WhenUnsure == WhenUnsure.AtLeastOnce => new NextStep.Send(),
            _ => new NextStep.Stop(new PostEnd.Unconfirmed(limits.BetweenParts, "Not sent again: it may have arrived.")),
        };
    }

    /// <summary>How the attempt ends for the post.</summary>
    /// <param name="outcome">What the platform said.</param>
    /// <param name="post">As it was taken, before the attempt.</param>
    /// <param name="limits">The platform's.</param>
    /// <param name="begun">When the request began.</param>
    /// <param name="now">When it ended.</param>
    public PostEnd After(DeliveryOutcome outcome, TakenPost post, ChatLimits limits, DateTimeOffset begun, DateTimeOffset now) => outcome switch
    {
        DeliveryOutcome.Delivered delivered => new PostEnd.Delivered(delivered.MessageId, limits.BetweenParts, "Delivered."),
        DeliveryOutcome.RetryLater later => Again(post, limits, now + Wait(later, post), now, later.Reason),
        DeliveryOutcome.Rejected rejected => new PostEnd.Dead(TrailNote.Of(rejected.Reason)),
        DeliveryOutcome.Unconfirmed unconfirmed => Unsure(post, limits, post.UnsureSince ?? begun, now, unconfirmed.Reason),
        _ => throw new InvalidOperationException($"No rule for {outcome.GetType().Name}."),
    };

    /// <summary>How an attempt ends in which nothing was sent, because of us.</summary>
    public PostEnd NotSent(TakenPost post, ChatLimits limits, DateTimeOffset now, string reason) =>
        Again(post, limits, now + backoff.After(post.Attempts + 1), now, reason);

    /// <summary>How a look ends that brought no answer: the post is looked for again.</summary>
    public PostEnd NotFoundOut(TakenPost post, ChatLimits limits, DateTimeOffset now, string reason)
    {
        DateTimeOffset at = now + backoff.After(post.Attempts + 1);
        return IsLast(post, at)
            ? new PostEnd.Unconfirmed(limits.BetweenParts, TrailNote.Of($"{reason}; given up looking for it: it may have arrived."))
            : new PostEnd.Unsure(at, TrailNote.Of(reason));
    }

    /// <summary>How long the platform wants to be left alone; longer than anything waits would be for ever.</summary>
    public TimeSpan Wait(DeliveryOutcome.RetryLater later, TakenPost post) => later.After is { } asked
        ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, _options.GiveUpAfter.Ticks))
        : backoff.After(post.Attempts + 1);

    // The platform counts from the first of the requests, which cannot have come before it left; the next may take the whole
    // timeout to come there.
    private bool NonceHolds(DateTimeOffset since, ChatLimits limits, DateTimeOffset at) =>
        at + _options.SendTimeout <= since + limits.NonceWindow;

    // That this request did not arrive says nothing of an earlier one that may have.
    private PostEnd Again(TakenPost post, ChatLimits limits, DateTimeOffset at, DateTimeOffset now, string reason) =>
        !IsLast(post, at) ? new PostEnd.Again(at, TrailNote.Of(reason))
        : post.UnsureSince is null ? new PostEnd.Dead(TrailNote.Of($"{reason}; {Why(post, at, now)}"))
        : new PostEnd.Unconfirmed(limits.BetweenParts, TrailNote.Of($"{reason}; {Why(post, at, now)} An earlier attempt may have arrived."));

    private PostEnd Unsure(TakenPost post, ChatLimits limits, DateTimeOffset since, DateTimeOffset now, string reason)
    {
        DateTimeOffset at = Soon(since, limits, now, now + backoff.After(post.Attempts + 1));
        if (limits.CanLookBack && !NonceHolds(since, limits, at) && at < now + _options.SendTimeout)
        {
            // What is not there yet may still be on its way. After a death the lease gives as much time.
            at = now + _options.SendTimeout;
        }

        bool canTell = NonceHolds(since, limits, at) || limits.CanLookBack || _options.WhenUnsure == WhenUnsure.AtLeastOnce;
        return canTell && !IsLast(post, at)
            ? new PostEnd.Unsure(at, TrailNote.Of(reason))
            : new PostEnd.Unconfirmed(limits.BetweenParts, TrailNote.Of($"{reason}; not sent again: it may have arrived."));
    }

    // While the platform still drops doubles is the time to find out; half of what is left is kept for the queue.
    private DateTimeOffset Soon(DateTimeOffset since, ChatLimits limits, DateTimeOffset now, DateTimeOffset at)
    {
        TimeSpan left = since + limits.NonceWindow - _options.SendTimeout - now;
        return left > TimeSpan.Zero && now + (left / 2) < at ? now + (left / 2) : at;
    }

    private bool IsLast(TakenPost post, DateTimeOffset at) => post.Attempts + 1 >= _options.MaxAttempts || at > post.GiveUpAt;

    private string Why(TakenPost post, DateTimeOffset at, DateTimeOffset now) => post.Attempts + 1 >= _options.MaxAttempts
        ? $"given up after {post.Attempts + 1} attempts."
        : $"given up: the next attempt, in {Math.Round((at - now).TotalSeconds)} s, would be too late.";

    private static NextStep.Stop GivenUp(TakenPost post, ChatLimits limits, string why) => new(post.UnsureSince is null
        ? new PostEnd.Dead(TrailNote.Of(why))
        : new PostEnd.Unconfirmed(limits.BetweenParts, TrailNote.Of($"{why} An earlier attempt may have arrived.")));
}

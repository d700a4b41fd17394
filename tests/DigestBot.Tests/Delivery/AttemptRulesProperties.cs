using CsCheck;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Delivery;

/// <summary>Whatever a platform answers, a post comes to an end and is never sent twice where that can be avoided.</summary>
public sealed class AttemptRulesProperties
{
    private static readonly Gen<DeliveryOutcome> Outcomes = Gen.OneOf<DeliveryOutcome>(
        Gen.Const<DeliveryOutcome>(new DeliveryOutcome.Unconfirmed("lost")),
        Gen.Const<DeliveryOutcome>(new DeliveryOutcome.RetryLater("HTTP 503")),
        Gen.Int[0, 100_000].Select(seconds => (DeliveryOutcome)new DeliveryOutcome.RetryLater("HTTP 429", TimeSpan.FromSeconds(seconds))));

    private const int MostAttempts = 12;

    private static readonly Gen<ChatLimits> Limits = Gen.Select(
        Gen.Int[0, 600], Gen.Bool, (nonce, look) => Samples.Bare with { NonceWindow = TimeSpan.FromSeconds(nonce), CanLookBack = look });

    [Fact]
    public void Every_post_ends_within_its_attempts_and_its_time() =>
        Gen.Select(Outcomes.Array[20], Limits, Gen.Enum<WhenUnsure>(), Gen.Int).Sample((outcomes, limits, choice, seed) =>
        {
            History history = Play(outcomes, limits, choice, seed);

            return history.Ended && history.Sent.Count <= MostAttempts && history.Sent.All(at => at <= Samples.Post.GiveUpAt);
        });

    // With nothing against doubles, nothing follows a request that may have arrived.
    [Fact]
    public void At_most_once_means_that_nothing_is_sent_after_a_request_that_may_have_arrived() =>
        Gen.Select(Outcomes.Array[20], Gen.Int).Sample((outcomes, seed) =>
        {
            History history = Play(outcomes, Samples.Bare, WhenUnsure.AtMostOnce, seed);

            return history.Sent.Count <= Array.FindIndex(outcomes, outcome => outcome is DeliveryOutcome.Unconfirmed) + 1
                || !outcomes.Any(outcome => outcome is DeliveryOutcome.Unconfirmed);
        });

    // A second request that comes while the platform may have forgotten the first would be a double.
    [Fact]
    public void Without_a_look_every_request_after_a_doubt_comes_within_the_platforms_window() =>
        Gen.Select(Outcomes.Array[20], Gen.Int[0, 600], Gen.Int).Sample((outcomes, window, seed) =>
        {
            ChatLimits limits = Samples.Bare with { NonceWindow = TimeSpan.FromSeconds(window) };
            History history = Play(outcomes, limits, WhenUnsure.AtMostOnce, seed);

            return history.UnsureSince is not { } since
                || history.Sent.Where(at => at > since).All(at => at + new DeliveryOptions().SendTimeout <= since + limits.NonceWindow);
        });

    private static History Play(DeliveryOutcome[] outcomes, ChatLimits limits, WhenUnsure choice, int seed)
    {
        AttemptRules rules = Samples.Rules(new DeliveryOptions { WhenUnsure = choice, MaxAttempts = MostAttempts }, seed);
        TakenPost post = Samples.Post;
        DateTimeOffset now = Samples.Now;
        var sent = new List<DateTimeOffset>();
        for (int i = 0; ; i++)
        {
            if (rules.Next(post, limits, now) is NextStep.Stop)
            {
                return new(sent, post.UnsureSince, Ended: true);
            }

            if (i == outcomes.Length)
            {
                return new(sent, post.UnsureSince, Ended: false);
            }

            // A look that finds nothing is followed by a request; so every step is one here.
            sent.Add(now);
            PostEnd end = rules.After(outcomes[i], post, limits, now, now);
            switch (end)
            {
                case PostEnd.Again again:
                    post = post with { Attempts = post.Attempts + 1 };
                    now = again.At;
                    break;
                case PostEnd.Unsure unsure:
                    post = post with { Attempts = post.Attempts + 1, UnsureSince = post.UnsureSince ?? now };
                    now = unsure.At;
                    break;
                default:
                    return new(sent, post.UnsureSince, Ended: true);
            }
        }
    }

    private sealed record History(List<DateTimeOffset> Sent, DateTimeOffset? UnsureSince, bool Ended);
}

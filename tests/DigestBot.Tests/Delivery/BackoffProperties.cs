using CsCheck;
using DigestBot.Delivery;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Delivery;

/// <summary>Exponential with full jitter, whatever the options and the dice.</summary>
public sealed class BackoffProperties
{
    private static readonly Gen<(DeliveryOptions Options, int Failures, int Seed)> Cases = Gen.Select(
        Gen.Int[100, 300_000], Gen.Int[1_000, 21_600_000], Gen.Int[1, 200], Gen.Int,
        (first, longest, failures, seed) => (
            new DeliveryOptions { FirstDelay = TimeSpan.FromMilliseconds(first), MaxDelay = TimeSpan.FromMilliseconds(longest) },
            failures,
            seed));

    [Fact]
    public void A_wait_is_never_negative_and_never_longer_than_first_times_two_to_the_failures_or_the_longest() => Cases.Sample(each =>
    {
        TimeSpan wait = Of(each.Options, new Random(each.Seed)).After(each.Failures);
        double doubled = each.Options.FirstDelay.TotalSeconds * Math.Pow(2, each.Failures - 1);

        return wait >= TimeSpan.Zero && wait <= each.Options.MaxDelay && wait.TotalSeconds <= doubled + 1e-6;
    });

    [Fact]
    public void The_ceiling_doubles_with_each_failure_until_it_is_the_longest() => Cases.Sample(each =>
    {
        Backoff backoff = Of(each.Options, new Random(each.Seed));
        TimeSpan before = backoff.Ceiling(each.Failures);
        TimeSpan after = backoff.Ceiling(each.Failures + 1);

        return after == before * 2 || after == each.Options.MaxDelay;
    });

    // With 4,000 draws, a tenth that got fewer than 300 or more than 500 would be off by more than five deviations.
    [Fact]
    public void Waits_are_spread_over_the_whole_range_so_that_those_who_failed_together_do_not_come_back_together() =>
        Gen.Select(Gen.Int, Gen.Int[1, 12]).Sample(
            (seed, failures) =>
            {
                Backoff backoff = Of(new DeliveryOptions(), new Random(seed));
                double ceiling = backoff.Ceiling(failures).TotalSeconds;
                int[] tenths = new int[10];
                for (int i = 0; i < 4_000; i++)
                {
                    tenths[Math.Min(9, (int)(backoff.After(failures).TotalSeconds / ceiling * 10))]++;
                }

                return tenths.All(count => count is > 300 and < 500);
            },
            iter: 50);

    [Fact]
    public void Equal_dice_give_equal_waits() => Cases.Sample(each =>
        Of(each.Options, new Random(each.Seed)).After(each.Failures) == Of(each.Options, new Random(each.Seed)).After(each.Failures));

    [Fact]
    public void A_shorter_limit_of_the_caller_is_kept() => Cases.Sample(each =>
        Of(each.Options, new Random(each.Seed)).After(each.Failures, TimeSpan.FromMilliseconds(50)) <= TimeSpan.FromMilliseconds(50));

    private static Backoff Of(DeliveryOptions options, Random random) => new(Options.Create(options), random);
}

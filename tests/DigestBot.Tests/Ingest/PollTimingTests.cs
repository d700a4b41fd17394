using CsCheck;
using DigestBot.Ingest;
using DigestBot.News;

namespace DigestBot.Tests.Ingest;

public sealed class PollTimingTests
{
    private static readonly IngestOptions Options = new();
    private static readonly DateTimeOffset Now = new(2026, 3, 6, 10, 20, 0, TimeSpan.Zero); // a Friday

    private static readonly Gen<PollHints> AnyHints = Gen.Select(
        Gen.Long[0, 1_000_000].Select(seconds => seconds == 0 ? (TimeSpan?)null : TimeSpan.FromSeconds(seconds)),
        Gen.Long[-1_000_000, 1_000_000].Select(seconds => seconds == 0 ? (DateTimeOffset?)null : Now + TimeSpan.FromSeconds(seconds)),
        Gen.Int[0, (1 << 24) - 1],
        Gen.Int[0, (1 << 7) - 1],
        (interval, start, hours, days) => new PollHints { Interval = interval, Base = start, SkipHours = hours, SkipDays = days });

    [Fact]
    public void Whatever_a_feed_asks_for_it_is_never_asked_oftener_than_ours_and_at_least_once_in_eight_days() =>
        Gen.Select(AnyHints, Gen.Int[0, 2_000_000], Gen.Int[0, 2_000_000]).Sample((hints, later, asked) =>
        {
            DateTimeOffset now = Now + TimeSpan.FromSeconds(later);
            TimeSpan wait = Timing().AfterSuccess(now, TimeSpan.FromSeconds(asked), hints).At - now;

            Assert.InRange(wait, Options.PollInterval, Options.MaxPollInterval + TimeSpan.FromDays(7));
            Assert.True(wait >= TimeSpan.FromSeconds(Math.Min(asked, Options.MaxPollInterval.TotalSeconds)));
        });

    [Fact]
    public void No_source_is_asked_in_an_hour_or_on_a_day_that_its_feed_skips() =>
        Gen.Select(AnyHints, Gen.Int[0, 2_000_000], Gen.Int[0, 12], Gen.Int[0, 700_000]).Sample((hints, later, failures, retryAfter) =>
        {
            DateTimeOffset now = Now + TimeSpan.FromSeconds(later);
            DateTimeOffset next = (failures == 0
                ? Timing().AfterSuccess(now, null, hints)
                : Timing().AfterFailure(now, failures, TimeSpan.FromSeconds(retryAfter), hints)).At;
            bool skipsAllHours = hints.SkipHours == (1 << 24) - 1;
            bool skipsAllDays = hints.SkipDays == (1 << 7) - 1;

            Assert.True(skipsAllHours || (hints.SkipHours >> next.UtcDateTime.Hour & 1) == 0);
            Assert.True(skipsAllDays || (hints.SkipDays >> (int)next.UtcDateTime.DayOfWeek & 1) == 0);
        });

    [Fact]
    public void Sources_that_are_asked_together_are_not_asked_together_again()
    {
        PollTiming timing = Timing();
        var weekend = new PollHints { SkipDays = 0b1000001, SkipHours = 0x7fffff };

        Assert.InRange(Times(PollHints.None), 50, 100);
        Assert.InRange(Times(weekend), 50, 100);

        int Times(PollHints hints) => Enumerable.Range(0, 100).Select(_ => timing.AfterSuccess(Now, null, hints)).Distinct().Count();
    }

    [Fact]
    public void A_feed_that_counts_its_days_from_noon_is_asked_soon_after_noon()
    {
        var daily = new PollHints { Interval = TimeSpan.FromDays(1), Base = new DateTimeOffset(2000, 1, 1, 12, 0, 0, TimeSpan.Zero) };

        DateTimeOffset first = Timing().AfterSuccess(Now, null, daily).At;
        DateTimeOffset second = Timing().AfterSuccess(first, null, daily).At;

        Assert.InRange(first, Day(6), Day(6) + TimeSpan.FromMinutes(15));
        Assert.InRange(second, Day(7), Day(7) + TimeSpan.FromMinutes(15));

        static DateTimeOffset Day(int day) => new(2026, 3, day, 12, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public void Retry_after_is_obeyed_for_up_to_seven_days_and_never_shortens_our_own_patience()
    {
        Assert.True(Wait(TimeSpan.FromDays(7)) >= TimeSpan.FromDays(7));
        Assert.True(Wait(TimeSpan.FromDays(70)) <= TimeSpan.FromDays(7) + TimeSpan.FromMinutes(15));
        Assert.True(Wait(TimeSpan.FromSeconds(1)) >= TimeSpan.FromHours(8));

        static TimeSpan Wait(TimeSpan asked) => Timing().AfterFailure(Now, 3, asked, PollHints.None).At - Now;
    }

    [Fact]
    public void It_says_who_asked_for_the_wait()
    {
        var daily = new PollHints { Interval = TimeSpan.FromHours(20) };
        var weekend = new PollHints { SkipDays = 0b1111110 };

        Assert.Equal(CheckReason.Usual, Timing().AfterSuccess(Now, TimeSpan.FromMinutes(5), PollHints.None).Why);
        Assert.Equal(CheckReason.AskedByFeed, Timing().AfterSuccess(Now, TimeSpan.FromHours(19), daily).Why);
        Assert.Equal(CheckReason.AskedByServer, Timing().AfterSuccess(Now, TimeSpan.FromHours(21), daily).Why);
        Assert.Equal(CheckReason.Longest, Timing().AfterSuccess(Now, TimeSpan.FromDays(3), daily).Why);
        Assert.Equal(CheckReason.Skipped, Timing().AfterSuccess(Now, null, weekend).Why);
        Assert.Equal(CheckReason.BackOff, Timing().AfterFailure(Now, 3, TimeSpan.FromHours(1), PollHints.None).Why);
        Assert.Equal(CheckReason.RetryAfter, Timing().AfterFailure(Now, 3, TimeSpan.FromDays(2), PollHints.None).Why);
    }

    private static PollTiming Timing() => new(Microsoft.Extensions.Options.Options.Create(Options), new Random(7));
}

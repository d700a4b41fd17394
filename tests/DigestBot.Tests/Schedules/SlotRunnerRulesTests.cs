using DigestBot.Schedules.Running;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using static DigestBot.Tests.Schedules.SlotRunnerSamples;

namespace DigestBot.Tests.Schedules;

/// <summary>Whether a slot that was opened is still posted, until when its posts are tried, and what follows a failure.</summary>
public sealed class SlotRunnerRulesTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromHours(6);
    private static readonly QuietHours Night = new(new TimeOnly(22, 0), new TimeOnly(7, 0));

    [Fact]
    public void A_slot_on_time_is_posted() => Assert.Null(Obstacle(Taken(), Eight.AddSeconds(10)));

    [Fact]
    public void A_schedule_removed_or_paused_since_posts_nothing_more()
    {
        TakenOccurrence slot = Taken();

        Assert.Equal(SkipReason.Removed, Obstacle(slot with { ScheduleRemoved = true }, Eight));
        Assert.Equal(SkipReason.Paused, Obstacle(slot with { Schedule = slot.Schedule with { Paused = true } }, Eight));
    }

    [Fact]
    public void A_parked_channel_gets_nothing()
    {
        TakenOccurrence slot = Taken();
        Channel parked = slot.Schedule.Channel with { ParkedAt = Eight };

        Assert.Equal(SkipReason.ChannelParked, Obstacle(slot with { Schedule = slot.Schedule with { Channel = parked } }, Eight));
    }

    [Theory]
    [InlineData(4, false, null)]
    [InlineData(60, true, null)]
    [InlineData(121, true, SkipReason.TooLate)]
    internal void A_slot_that_waited_is_late_and_after_its_catch_up_too_late(int minutes, bool late, SkipReason? reason)
    {
        DateTimeOffset now = Eight.AddMinutes(minutes);

        Assert.Equal(late, SlotCheck.IsLate(Taken(), now, Grace));
        Assert.Equal(reason, Obstacle(Taken(), now));
    }

    [Fact]
    public void A_schedule_that_catches_nothing_up_skips_what_waited() =>
        Assert.Equal(SkipReason.TooLate, Obstacle(Taken(Settings with { CatchUp = TimeSpan.Zero }), Eight.AddMinutes(6)));

    [Fact]
    public void A_late_slot_is_not_posted_in_quiet_hours_that_began_meanwhile()
    {
        ScheduleSettings settings = Settings with { Quiet = new(new TimeOnly(9, 0), new TimeOnly(17, 0)) };

        Assert.Equal(SkipReason.QuietHours, Obstacle(Taken(settings), Eight.AddHours(1)));
        Assert.Null(Obstacle(Taken(settings), Eight.AddMinutes(59)));
    }

    [Fact]
    public void What_somebody_asked_for_by_hand_is_posted_in_quiet_hours_and_while_paused_but_not_when_nobody_waits_any_more()
    {
        TakenOccurrence slot = Taken(Settings with { Quiet = new(new TimeOnly(7, 0), new TimeOnly(9, 0)), CatchUp = TimeSpan.Zero }, byHand: true);
        slot = slot with { Schedule = slot.Schedule with { Paused = true } };

        Assert.Null(Obstacle(slot, Eight.AddHours(1)));
        Assert.False(SlotCheck.IsLate(slot, Eight.AddHours(1), Grace));
        Assert.Equal(SkipReason.TooLate, Obstacle(slot, Eight.AddHours(7)));
    }

    [Fact]
    public void A_post_is_tried_for_as_long_as_configured() =>
        Assert.Equal(Eight + Patience, Deadline(Taken(), Eight));

    [Fact]
    public void A_post_is_given_up_when_the_next_slot_is_due()
    {
        ScheduleSettings twice = Settings with { Times = [new(0, new TimeOnly(8, 0)), new(1, new TimeOnly(12, 0))] };

        Assert.Equal(Eight.AddHours(4), Deadline(Taken(twice), Eight));
    }

    [Theory]
    [InlineData(18, 4)]
    [InlineData(21, 1)]
    public void A_post_is_given_up_when_quiet_hours_begin(int hour, int expected)
    {
        ScheduleSettings evening = Settings with { Times = [new(0, new TimeOnly(hour, 0))], Quiet = Night };
        DateTimeOffset due = Eight.AddHours(hour - 8);

        Assert.Equal(due.AddHours(expected), Deadline(Taken(evening, due: due), due));
    }

    [Fact]
    public void A_post_queued_just_after_quiet_hours_began_is_tried_as_long_as_a_slot_is_on_time()
    {
        ScheduleSettings evening = Settings with { Times = [new(0, new TimeOnly(21, 59))], Quiet = Night };
        DateTimeOffset due = Eight.AddHours(14).AddMinutes(-1);

        Assert.Equal(due.AddMinutes(2) + Grace, Deadline(Taken(evening, due: due), due.AddMinutes(2)));
    }

    [Fact]
    public void What_was_asked_for_by_hand_is_not_given_up_for_quiet_hours() =>
        Assert.Equal(Eight + Patience, Deadline(Taken(Settings with { Quiet = new(new TimeOnly(9, 0), new TimeOnly(17, 0)) }, byHand: true), Eight));

    [Fact]
    public void A_failing_slot_is_tried_five_times_ever_later_and_then_given_up_with_a_sentence()
    {
        OccurrenceEnd[] ends = [.. Enumerable.Range(1, 5).Select(attempt => Failure(attempt, new InvalidOperationException("boom")))];

        Assert.Equal([15, 60, 240, 960], ends.OfType<OccurrenceEnd.Again>().Select(again => (again.At - Eight).TotalSeconds));
        Assert.DoesNotContain("boom", Assert.IsType<OccurrenceEnd.Failed>(ends[^1]).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slot_is_not_given_up_because_the_store_was_away_and_does_not_wait_for_minutes_when_it_is_back() =>
        Assert.Equal(
            Eight.AddSeconds(5), Assert.IsType<OccurrenceEnd.Again>(Failure(7, new StoreException("The store is away."))).At);

    [Fact]
    public void A_slot_that_is_begun_over_and_over_and_never_finished_is_given_up()
    {
        Assert.Null(SlotFailure.TooOften(Taken() with { Attempts = 15 }));
        Assert.NotNull(SlotFailure.TooOften(Taken() with { Attempts = 16 }));
    }

    private static SkipReason? Obstacle(TakenOccurrence slot, DateTimeOffset now) => SlotCheck.Obstacle(slot, now, Grace, Patience);

    private static DateTimeOffset Deadline(TakenOccurrence slot, DateTimeOffset queued) => PostDeadline.Of(slot, queued, Patience, Grace);

    private static OccurrenceEnd Failure(int attempts, Exception exception) =>
        SlotFailure.After(Taken() with { Attempts = attempts }, exception, Eight);
}

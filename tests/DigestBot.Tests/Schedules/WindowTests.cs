using DigestBot.Schedules.Running;
using DigestBot.Store.Ledger;
using static DigestBot.Tests.Schedules.SlotRunnerSamples;

namespace DigestBot.Tests.Schedules;

/// <summary>Which news a slot brings.</summary>
public sealed class WindowTests
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(2);

    private static ScheduleSettings Workdays => Settings with { Days = Weekdays.Workdays };

    [Fact]
    public void A_daily_digest_begins_where_the_last_one_ended()
    {
        SlotWindow window = SlotWindow.Of(Taken(covered: Eight.AddDays(-1)), Eight.AddSeconds(3));

        Assert.Equal(Eight, window.Looked.To);
        Assert.Equal(Eight.AddDays(-1), window.NewsSince);
        Assert.Equal(Eight.AddDays(-1) - Overlap, window.Looked.From);
    }

    [Fact]
    public void Mondays_digest_of_a_workdays_schedule_brings_the_weekend() =>
        Assert.Equal(Eight.AddDays(-3), SlotWindow.Of(Taken(Workdays, covered: Eight.AddDays(-3)), Eight).NewsSince);

    [Fact]
    public void The_first_digest_of_a_workdays_schedule_brings_the_weekend_if_it_comes_on_a_Monday()
    {
        SlotWindow window = SlotWindow.Of(Taken(Workdays), Eight);

        Assert.Equal(Eight.AddDays(-3), window.NewsSince);
        Assert.Equal(Eight.AddDays(-3) - Overlap, window.Looked.From);
    }

    [Fact]
    public void The_evening_digest_brings_the_day()
    {
        ScheduleSettings twice = Settings with { Times = [new(0, new TimeOnly(8, 0)), new(1, new TimeOnly(18, 0))] };

        SlotWindow window = SlotWindow.Of(Taken(twice, due: Eight.AddHours(10), covered: Eight), Eight.AddHours(10));

        Assert.Equal(Eight, window.NewsSince);
        Assert.Equal(Eight - Overlap, window.Looked.From);
        Assert.Equal(Eight.AddHours(10), window.Looked.To);
    }

    [Fact]
    public void The_first_digest_of_all_brings_a_whole_day_though_another_time_was_shortly_before()
    {
        ScheduleSettings twice = Settings with { Times = [new(0, new TimeOnly(6, 0)), new(1, new TimeOnly(8, 0))] };

        Assert.Equal(Eight.AddHours(-24), SlotWindow.Of(Taken(twice), Eight).Looked.From);
    }

    [Fact]
    public void After_a_missed_day_the_next_digest_brings_both() =>
        Assert.Equal(Eight.AddDays(-2), SlotWindow.Of(Taken(covered: Eight.AddDays(-2)), Eight).NewsSince);

    [Fact]
    public void A_digest_that_comes_late_ends_when_it_was_due() =>
        Assert.Equal(Eight, SlotWindow.Of(Taken(covered: Eight.AddDays(-1), late: true), Eight.AddHours(2)).Looked.To);

    [Fact]
    public void After_a_long_pause_a_digest_brings_one_week()
    {
        SlotWindow window = SlotWindow.Of(Taken(covered: Eight.AddDays(-40)), Eight);

        Assert.Equal(Eight - SlotWindow.Longest, window.NewsSince);
        Assert.Equal(Eight - SlotWindow.Longest - Overlap, window.Looked.From);
    }

    [Fact]
    public void A_weekly_digest_misses_no_hour_when_the_clocks_go_back()
    {
        ScheduleSettings weekly = Settings with { Days = Weekdays.Monday };
        DateTimeOffset due = new(2026, 10, 26, 8, 0, 0, TimeSpan.Zero); // winter time, since the night before
        DateTimeOffset last = new(2026, 10, 19, 7, 0, 0, TimeSpan.Zero);

        Assert.Equal(last, SlotWindow.Of(Taken(weekly, due: due, covered: last), due).NewsSince);
        Assert.Equal(last, SlotWindow.Of(Taken(weekly, due: due), due).NewsSince);
    }

    [Fact]
    public void A_digest_asked_for_by_hand_brings_a_whole_day_up_to_now()
    {
        SlotWindow window = SlotWindow.Of(Taken(covered: Eight, byHand: true), Eight.AddMinutes(20));

        Assert.Equal(Eight.AddMinutes(20), window.Looked.To);
        Assert.Equal(Eight.AddMinutes(20).AddHours(-24), window.Looked.From);
        Assert.Equal(Eight, window.NewsSince);
    }

    [Fact]
    public void A_digest_moved_to_before_the_end_of_the_last_one_still_looks_at_an_hour()
    {
        SlotWindow window = SlotWindow.Of(Taken(covered: Eight.AddHours(3)), Eight);

        Assert.Equal(Eight, window.NewsSince);
        Assert.True(window.Looked.To - window.Looked.From >= TimeSpan.FromHours(1));
    }

    [Fact]
    public void Slots_of_several_zones_that_bring_the_same_news_have_the_same_window()
    {
        TakenOccurrence london = Taken(covered: Eight.AddDays(-1));
        TakenOccurrence paris = Taken(
            Settings with { Zone = "Europe/Paris", Times = [new(0, new TimeOnly(9, 0))] },
            due: Eight.ToOffset(TimeSpan.FromHours(1)),
            covered: Eight.AddDays(-1).ToOffset(TimeSpan.FromHours(1)));

        Assert.Equal(SlotWindow.Of(london, Eight), SlotWindow.Of(paris, Eight));
    }
}

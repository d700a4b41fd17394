using DigestBot.Chat;
using DigestBot.Schedules;
using DigestBot.Schedules.Time;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Schedules.Infrastructure;

namespace DigestBot.Tests.Schedules;

/// <summary>What becomes of slots that are opened together.</summary>
public sealed class SlotDecisionTests
{
    private static readonly DateTimeOffset Eight = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly Schedule Hourly = new(
        1,
        new Space(1, Space.LocalKey, "Etc/UTC", null),
        new Channel(1, 1, new ChannelRef(ChatPlatform.Console, "local"), null, null, null, 0, null),
        Settings.Daily("hourly", "Etc/UTC", [.. Enumerable.Range(0, 24).Select(hour => new TimeOnly(hour, 0))]) with { CatchUp = TimeSpan.FromHours(2) },
        Paused: false,
        SkipNext: false,
        "console:local",
        "console:local",
        Eight.AddYears(-1),
        Eight.AddMinutes(-1),
        Eight,
        null,
        24);

    [Theory]
    [InlineData(0, "08:00 run")]
    [InlineData(5, "08:00 run")]
    [InlineData(6, "08:00 late")]
    [InlineData(59, "08:00 late")]
    [InlineData(60, "08:00 Superseded, 09:00 run")]
    [InlineData(90, "08:00 Superseded, 09:00 late")]
    [InlineData(181, "08:00 TooLate, 09:00 TooLate, 10:00 Superseded, 11:00 run")]
    public void Of_several_that_were_missed_the_newest_runs(int minutesLate, string expected) =>
        Assert.Equal(expected, Decide(Hourly, minutesLate));

    [Fact]
    public void A_missed_slot_is_not_caught_up_where_that_is_not_wanted() =>
        Assert.Equal("08:00 TooLate", Decide(With(settings => settings with { CatchUp = TimeSpan.Zero }), 6));

    [Fact]
    public void A_slot_within_the_grace_runs_even_where_nothing_is_caught_up() =>
        Assert.Equal("08:00 run", Decide(With(settings => settings with { CatchUp = TimeSpan.Zero }), 5));

    [Fact]
    public void A_pause_comes_before_everything_and_keeps_the_wish_to_skip() =>
        Assert.Equal("08:00 Paused, 09:00 Paused", Decide(Hourly with { Paused = true, SkipNext = true }, 60));

    [Theory]
    [InlineData(0, "08:00 SkipNext; used")]
    [InlineData(60, "08:00 SkipNext, 09:00 run; used")]
    [InlineData(190, "08:00 SkipNext, 09:00 TooLate, 10:00 Superseded, 11:00 late; used")]
    public void A_wish_to_skip_is_for_the_first_slot_even_if_that_was_missed(int minutesLate, string expected) =>
        Assert.Equal(expected, Decide(Hourly with { SkipNext = true }, minutesLate));

    [Fact]
    public void A_wish_to_skip_passes_over_slots_that_quiet_hours_keep_back_anyway() => Assert.Equal(
        "08:00 QuietHours", Decide(With(settings => settings with { Quiet = new(new(22, 0), new(8, 30)) }) with { SkipNext = true }, 0));

    [Fact]
    public void A_late_post_is_held_against_the_quiet_hours_of_now() => Assert.Equal(
        "08:00 QuietHours", Decide(With(settings => settings with { Quiet = new(new(8, 30), new(9, 30)) }), 45));

    [Fact]
    public void A_slot_of_quiet_hours_that_is_caught_up_after_them_is_posted() => Assert.Equal(
        "08:00 late", Decide(With(settings => settings with { Quiet = new(new(7, 30), new(8, 30)) }), 45));

    [Fact]
    public void Nothing_is_posted_to_a_parked_channel() => Assert.Equal(
        "08:00 ChannelParked", Decide(Hourly with { Channel = Hourly.Channel with { ParkedAt = Eight } }, 45));

    [Fact]
    public void Quiet_hours_are_those_of_the_zone()
    {
        Schedule tokyo = With(settings => settings with { Zone = "Asia/Tokyo", Quiet = new(new(17, 0), new(18, 0)) });

        Assert.Equal("17:00 QuietHours", Decide(tokyo, 0));
        Assert.Equal("17:00 QuietHours", Decide(tokyo, 40));
    }

    private static Schedule With(Func<ScheduleSettings, ScheduleSettings> change) => Hourly with { Settings = change(Hourly.Settings) };

    private static string Decide(Schedule schedule, int minutesLate)
    {
        DateTimeOffset now = Eight.AddMinutes(minutesLate);
        Slot[] slots = [.. SlotCalendar.Between(schedule.Settings, schedule.OpenedUntil, now)];
        DecidedSlots decided = SlotDecision.Decide(schedule, slots, now, TimeSpan.FromMinutes(5));
        return string.Join(", ", slots.Zip(decided.Occurrences, (slot, one) => $"{ClockText.Show(slot.Posting.Time)} {one.Skipped?.ToString() ?? (one.Late ? "late" : "run")}"))
            + (decided.SkipNextUsed ? "; used" : "");
    }
}

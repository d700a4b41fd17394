using CsCheck;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Schedules.Time;

/// <summary>What holds for the slots of every zone, checked against somebody who watches the clock.</summary>
public sealed class SlotCalendarProperties
{
    private const int MinutesOfDay = 24 * 60;

    private static readonly string[] ZoneNames =
    [
        "Europe/London", "Europe/Dublin", "America/New_York", "America/St_Johns", "America/Santiago", "America/Nuuk", "America/Havana",
        "America/Caracas", "Atlantic/Azores", "Africa/Cairo", "Africa/Casablanca", "Africa/Juba", "Asia/Tehran", "Asia/Amman", "Asia/Gaza",
        "Asia/Kolkata", "Asia/Kathmandu", "Asia/Pyongyang", "Asia/Manila", "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Auckland",
        "Pacific/Chatham", "Pacific/Apia", "Pacific/Fakaofo", "Pacific/Kiritimati", "Pacific/Kwajalein", "Antarctica/Troll",
        "Antarctica/Casey", "Europe/Istanbul", "Europe/Volgograd", "Etc/UTC",
    ];

    private static readonly Gen<TimeZoneInfo> AnyZone = Gen.Int[0, ZoneNames.Length - 1].Select(index => ZoneNames[index]).Select(TimeZoneInfo.FindSystemTimeZoneById);

    // Half of them close to a change of the clock, where it matters.
    private static readonly Gen<(TimeZoneInfo Zone, DateTime Local)> AnyTime =
        Gen.Select(AnyZone, Gen.Int[1975, 2037], Gen.Int[0, 365], Gen.Int[-2, 2], Gen.Int[0, MinutesOfDay - 1], Gen.Bool, (zone, year, day, beside, minute, near) =>
        {
            DateTime date = new DateTime(year, 1, 1).AddDays(day);
            if (near && LocalClock.FirstChange(zone, date, date.AddYears(1)) is { } change)
            {
                date = change.Date.AddDays(beside);
            }

            return (zone, date.AddMinutes(minute));
        });

    [Fact]
    public void A_slot_is_due_when_somebody_who_watches_the_clock_says_so() => AnyTime.Sample(
        time =>
        {
            Slot? slot = SlotCalendar.Find(time.Zone, DateOnly.FromDateTime(time.Local), new(0, TimeOnly.FromDateTime(time.Local)));

            Assert.Equal(Oracle.Due(time.Zone, time.Local), slot?.Due);
            Assert.Equal(slot is null ? null : TimeZoneInfo.ConvertTime(slot.Due, time.Zone).Offset, slot?.Due.Offset);
        },
        iter: 1_500);

    [Fact]
    public void Slots_come_in_order_each_once_and_the_same_from_either_side() =>
        Gen.Select(AnyTime, Gen.Int[0, MinutesOfDay - 1].Array[1, 6], Gen.Int[1, 127], Gen.Int[0, 20]).Sample(
            (time, minutes, days, length) =>
            {
                TimeOnly[] times = [.. minutes.Distinct().Select(minute => TimeOnly.MinValue.AddMinutes(minute))];
                ScheduleSettings settings = TimeSettings.Of(time.Zone.Id, times) with { Days = (Weekdays)days };
                DateTimeOffset from = new(time.Local, TimeSpan.Zero);
                DateTimeOffset until = from.AddDays(length);

                Slot[] slots = [.. SlotCalendar.Between(settings, from, until)];

                Assert.Equal(slots.Length, slots.Select(slot => slot.Key).Distinct().Count());
                Assert.Equal(slots.OrderBy(slot => slot.Due).Select(slot => slot.Key), slots.Select(slot => slot.Key));
                Assert.All(slots, slot => Assert.True(slot.Due > from && slot.Due <= until));
                Assert.Equal(slots.Select(slot => slot.Due).Distinct(), Forward(settings, from, until));
                Assert.Equal(slots.Select(slot => slot.Due).Distinct().Reverse(), Back(settings, from, until));
            },
            iter: 500);

    [Fact]
    public void Nothing_is_lost_or_doubled_where_two_stretches_meet() =>
        Gen.Select(AnyTime, Gen.Int[0, MinutesOfDay * 3], Gen.Int[0, MinutesOfDay * 3]).Sample(
            (time, first, second) =>
            {
                ScheduleSettings settings = TimeSettings.Of(time.Zone.Id, new(0, 0), new(0, 30), new(2, 30), new(23, 45));
                DateTimeOffset from = new(time.Local.AddMinutes(-first), TimeSpan.Zero);
                DateTimeOffset middle = new(time.Local, TimeSpan.Zero);
                DateTimeOffset until = middle.AddMinutes(second);

                Assert.Equal(
                    SlotCalendar.Between(settings, from, until),
                    SlotCalendar.Between(settings, from, middle).Concat(SlotCalendar.Between(settings, middle, until)));
            },
            iter: 1_000);

    private static IEnumerable<DateTimeOffset> Forward(ScheduleSettings settings, DateTimeOffset from, DateTimeOffset until)
    {
        while (SlotCalendar.Next(settings, from) is { } next && next.Due <= until)
        {
            yield return from = next.Due;
        }
    }

    private static IEnumerable<DateTimeOffset> Back(ScheduleSettings settings, DateTimeOffset from, DateTimeOffset until)
    {
        DateTimeOffset before = until.AddTicks(1);
        while (SlotCalendar.Previous(settings, before) is { } previous && previous.Due > from)
        {
            yield return before = previous.Due;
        }
    }
}

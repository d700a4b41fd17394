using System.Globalization;
using DigestBot.Schedules;
using DigestBot.Schedules.Time;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Schedules.Infrastructure;
using DigestBot.Tests.Schedules.Time;

namespace DigestBot.Tests.Schedules;

/// <summary>A year of a thousand schedules, held against somebody who watched the clock of every zone for every minute of it.</summary>
public sealed class YearTests
{
    private const int Schedules = 1_000;
    private const int Year = 2026;

    private static readonly string[] Zones =
    [
        "Europe/London", "Europe/Paris", "Europe/Dublin", "America/New_York", "America/St_Johns", "America/Santiago", "America/Nuuk",
        "America/Havana", "Atlantic/Azores", "Africa/Cairo", "Africa/Casablanca", "Asia/Beirut", "Asia/Kolkata", "Asia/Kathmandu",
        "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Apia", "Antarctica/Troll",
    ];

    private static readonly DateTimeOffset Start = new(Year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void In_a_year_of_a_thousand_schedules_every_slot_comes_once()
    {
        int slots = 0;
        foreach (var zone in Enumerable.Range(0, Schedules).Select(SettingsOf).GroupBy(settings => settings.Zone))
        {
            Func<ScheduleSettings, HashSet<(string, DateTimeOffset)>> oracle = Watch(zone.Key, [.. zone]);
            foreach (ScheduleSettings settings in zone)
            {
                HashSet<(string, DateTimeOffset)> expected = oracle(settings);
                List<(string, DateTimeOffset)> opened = [.. Live(settings).Select(slot => (slot.Slot, slot.Due))];

                Assert.Equal(expected.Count, opened.Count);
                Assert.True(expected.SetEquals(opened), settings.Name);
                slots += opened.Count;
            }
        }

        Assert.True(slots > Schedules * 365 / 2);
    }

    [Fact]
    public async Task In_the_weeks_of_the_clock_changes_the_ledger_has_every_slot_once()
    {
        const int days = 30;
        await using TestBot bot = await TestBot.StartAsync("sqlite", Cancelled);
        await using SchedulerNode node = SchedulerNode.On(bot);
        DateTimeOffset start = bot.Clock.GetUtcNow();
        List<Schedule> schedules = [];
        foreach (ScheduleSettings settings in Enumerable.Range(0, Zones.Length * 3).Select(SettingsOf))
        {
            schedules.Add(await node.AddAsync(settings));
        }

        while (bot.Clock.GetUtcNow() < start.AddDays(days))
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(15));
            await node.Get<SlotOpener>().OpenDueAsync(Cancelled);
        }

        foreach (var zone in schedules.GroupBy(schedule => schedule.Settings.Zone))
        {
            var oracle = Watch(zone.Key, [.. zone.Select(schedule => schedule.Settings)]);
            foreach (Schedule schedule in zone)
            {
                var expected = oracle(schedule.Settings).Where(slot => slot.Item2 > start && slot.Item2 <= start.AddDays(days)).ToHashSet();
                IReadOnlyList<Occurrence> ledger = await node.LedgerAsync(schedule);

                Assert.Equal(expected.Count, ledger.Count);
                Assert.True(expected.SetEquals(ledger.Select(slot => (slot.Slot, slot.Due))), schedule.Settings.Name);
            }
        }
    }

    // The life of a schedule without its store: woken when it is due or a little later, now and then much later.
    private static IEnumerable<NewOccurrence> Live(ScheduleSettings settings)
    {
        var random = new Random(settings.Name.Length + settings.Times.Sum(posting => posting.Time.Minute));
        Schedule schedule = new(
            1, new Space(1, Space.LocalKey, "Etc/UTC", null), null!, settings, true, false, "", "", Start, Start, SlotCalendar.Next(settings, Start)?.Due, null, 0);
        DateTimeOffset end = Start.AddYears(1);
        while (schedule.NextDue is { } due && due <= end)
        {
            DateTimeOffset now = due + TimeSpan.FromSeconds(random.Next(10) == 0 ? random.Next(200_000) : random.Next(60));
            now = now > end ? end : now;
            foreach (NewOccurrence slot in SlotDecision.Decide(schedule, [.. SlotCalendar.Between(settings, schedule.OpenedUntil, now)], now, TimeSpan.FromMinutes(5)).Occurrences)
            {
                yield return slot;
            }

            schedule = schedule with { OpenedUntil = now, NextDue = SlotCalendar.Next(settings, now)?.Due };
        }
    }

    private static Func<ScheduleSettings, HashSet<(string, DateTimeOffset)>> Watch(string zone, IReadOnlyList<ScheduleSettings> schedules)
    {
        DateTime first = new DateTime(Year, 1, 1).AddDays(-2);
        DateTime last = new DateTime(Year + 1, 1, 1).AddDays(2);
        DateTime[] dates = [.. Enumerable.Range(0, (last - first).Days).Select(day => first.AddDays(day))];
        TimeOnly[] times = [.. schedules.SelectMany(settings => settings.Times).Select(posting => posting.Time).Distinct()];
        Dictionary<DateTime, DateTimeOffset?> dues = Oracle
            .Watch(TimeZoneInfo.FindSystemTimeZoneById(zone), first, last, [.. dates.SelectMany(date => times.Select(time => date + time.ToTimeSpan()))])
            .ToDictionary(due => due.Local, due => due.Due);

        return settings =>
        [
            .. from date in dates
               where settings.Days == Weekdays.All || date.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday
               from posting in settings.Times
               let due = dues[date + posting.Time.ToTimeSpan()]
               where due > Start && due <= Start.AddYears(1)
               select (string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}/{posting.Number}"), due.Value),
        ];
    }

    // A third of the times lies in the hours in which clocks change.
    private static ScheduleSettings SettingsOf(int number)
    {
        var random = new Random(number);
        TimeOnly[] times = [.. Enumerable.Range(0, random.Next(1, 4))
            .Select(_ => new TimeOnly(random.Next(3) == 0 ? random.Next(4) : random.Next(24), random.Next(4) * 15)).Distinct().Order()];
        Weekdays days = random.Next(2) == 0 ? Weekdays.All : Weekdays.Tuesday | Weekdays.Friday | Weekdays.Saturday | Weekdays.Sunday;
        return Settings.Daily($"schedule {number}", Zones[number % Zones.Length], times) with { Days = days };
    }
}

using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Time;

/// <summary>When a schedule runs: pure arithmetic over its settings and its zone.</summary>
internal static class SlotCalendar
{
    /// <summary>Slots due after <paramref name="after"/> and not after <paramref name="until"/>, in the order in which they are due.</summary>
    public static IEnumerable<Slot> Between(ScheduleSettings settings, DateTimeOffset after, DateTimeOffset until) => throw new NotImplementedException();

    /// <summary>The first slot due after <paramref name="after"/>; null when there is none within a year and a day.</summary>
    public static Slot? Next(ScheduleSettings settings, DateTimeOffset after) => throw new NotImplementedException();

    /// <summary>The last slot due before <paramref name="before"/>; null when there is none within a year and a day.</summary>
    public static Slot? Previous(ScheduleSettings settings, DateTimeOffset before) => throw new NotImplementedException();
}

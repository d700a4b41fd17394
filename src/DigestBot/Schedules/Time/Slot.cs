using System.Globalization;
using DigestBot.Store.Ledger;

namespace DigestBot.Schedules.Time;

/// <summary>One run of a schedule.</summary>
/// <param name="Date">Local date.</param>
/// <param name="Posting">Which of the day's times.</param>
/// <param name="Due">When it runs, with the zone's offset then.</param>
/// <param name="Shift">Whether a clock change moved it.</param>
internal sealed record Slot(DateOnly Date, PostingTime Posting, DateTimeOffset Due, SlotShift Shift)
{
    /// <summary>Unique in the schedule for ever, such as <c>2026-11-23/0</c>.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}/{Posting.Number}");
}

/// <summary>What a clock change does to a slot.</summary>
internal enum SlotShift
{
    None,

    /// <summary>The local time does not exist on that day: it runs at the first instant that does.</summary>
    Skipped,

    /// <summary>The local time comes twice on that day: it runs at the first.</summary>
    Repeated,
}

using System.Globalization;
using DigestBot.Schedules.Time;

namespace DigestBot.Cli;

/// <summary>The next runs of a schedule in JSON, with the clock changes up to the last of them and the one that is near.</summary>
internal sealed record PreviewView(
    string Schedule, string Zone, IReadOnlyList<UpcomingView> Items, IReadOnlyList<ClockChangeView> ClockChanges)
{
    public static PreviewView From(Store.Ledger.Schedule schedule, UpcomingRuns upcoming)
    {
        IEnumerable<ClockChange> changes = upcoming.Runs.SelectMany(run => run.Changes);
        return new(
            schedule.Settings.Name,
            schedule.Settings.Zone,
            [.. upcoming.Runs.Select((run, i) => UpcomingView.From(run, schedule.Paused || (i == 0 && schedule.SkipNext)))],
            [.. (upcoming.Coming is { } coming ? changes.Append(coming) : changes).Select(ClockChangeView.Of)]);
    }

    public static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}

/// <summary>One run to come in JSON.</summary>
/// <param name="Slot">Names it in the ledger.</param>
/// <param name="Due">When it runs.</param>
/// <param name="Local">Local date and time then.</param>
/// <param name="Offset">Distance from UTC then.</param>
/// <param name="Shift">none, skipped (the local time does not exist that day) or repeated (it comes twice).</param>
/// <param name="LeftOut">True when nothing will be posted: paused, skipped or in quiet hours.</param>
internal sealed record UpcomingView(string Slot, DateTimeOffset Due, string Local, string Offset, string Shift, bool LeftOut)
{
    public static UpcomingView From(UpcomingRun run, bool leftOut) => new(
        run.Slot.Key,
        run.Slot.Due,
        run.Slot.Due.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        PreviewView.Offset(run.Slot.Due.Offset),
        run.Slot.Shift.ToString().ToLowerInvariant(),
        leftOut || run.Quiet);
}

/// <summary>A clock change in JSON.</summary>
internal sealed record ClockChangeView(DateTimeOffset At, string From, string To)
{
    public static ClockChangeView Of(ClockChange change) =>
        new(change.At, PreviewView.Offset(change.Before), PreviewView.Offset(change.After));
}

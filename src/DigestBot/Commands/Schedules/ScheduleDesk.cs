using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Schedules;

/// <summary>What everybody may see of the schedules, the same from a chat and from a terminal.</summary>
internal sealed class ScheduleDesk(
    ScheduleStore schedules, OccurrenceStore ledger, ScheduleFinder finder, TimeProvider clock)
{
    private const int PreviewedRuns = 5;
    private const int RecordedRuns = 15;

    public async Task<Reply> ListAsync(ScheduleCaller caller, CancellationToken cancellationToken)
    {
        IReadOnlyList<Schedule> all = await schedules.ListAsync(caller.Space, cancellationToken);
        return new Reply.OfSchedules(all, all is [var first, ..]
            ? caller.Phrases.TryPreview(caller.Command("preview", first))
            : caller.Phrases.TryAdd(caller.Example));
    }

    public Task<Reply> ShowAsync(ScheduleCaller caller, string? which, CancellationToken cancellationToken) =>
        finder.WithAsync(caller, "show", which, Show, cancellationToken);

    public Task<Reply> PreviewAsync(ScheduleCaller caller, string? which, CancellationToken cancellationToken) =>
        finder.WithAsync(caller, "preview", which, Preview, cancellationToken);

    public Task<Reply> HistoryAsync(ScheduleCaller caller, string? which, CancellationToken cancellationToken) =>
        finder.WithAsync(caller, "history", which, HistoryAsync, cancellationToken);

    private static Task<Reply> Show(ScheduleCaller caller, Schedule schedule, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(new Reply.OfSchedule(schedule, null, NextStep.After(caller, schedule)));

    private Task<Reply> Preview(ScheduleCaller caller, Schedule schedule, CancellationToken cancellationToken)
    {
        UpcomingRuns upcoming = UpcomingRuns.Of(schedule.Settings, clock.GetUtcNow(), PreviewedRuns);
        string next = schedule.Paused
            ? caller.Phrases.TryResume(caller.Command("resume", schedule))
            : caller.Phrases.TryRunNow(caller.Command("run-now", schedule));
        return Task.FromResult<Reply>(new Reply.OfPreview(schedule, upcoming, next));
    }

    private async Task<Reply> HistoryAsync(ScheduleCaller caller, Schedule schedule, CancellationToken cancellationToken)
    {
        IReadOnlyList<Occurrence> runs = await ledger.HistoryAsync(schedule.Id, RecordedRuns, before: null, cancellationToken);
        return new Reply.OfHistory(schedule, runs, NextStep.After(caller, schedule));
    }
}

using DigestBot.Delivery;
using DigestBot.Schedules;
using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Schedules;

/// <summary><c>run-now</c>: enters a slot beside the timetable; at a terminal also composes and posts it, where this process can.</summary>
internal sealed class RunNow(
    ScheduleManager manager,
    ScheduleFinder finder,
    OccurrenceStore ledger,
    SlotRunner runner,
    Outbox outbox,
    ScheduleGate gate,
    IEnumerable<IChatAdapter> adapters)
{
    public Task<Reply> RunAsync(ScheduleCaller caller, string? which, CancellationToken cancellationToken) =>
        finder.WithAsync(caller, "run-now", which, RunAsync, cancellationToken);

    private async Task<Reply> RunAsync(ScheduleCaller caller, Schedule schedule, CancellationToken cancellationToken)
    {
        if (await gate.RefuseAsync(caller, schedule, cancellationToken) is { } refused)
        {
            return new Reply.Refusal(refused);
        }

        string name = schedule.Settings.Name;
        if (await manager.RunNowAsync(schedule, cancellationToken) is not { } run)
        {
            return new Reply.Refusal(caller.Phrases.ScheduleGone(name));
        }

        string channel = schedule.Channel.Address.ToString();
        bool here = caller.AtTerminal && adapters.Any(adapter => adapter.Platform == schedule.Channel.Address.Platform);
        if (here)
        {
            await runner.RunAsync(run.Id, cancellationToken);
            await outbox.DrainAsync(schedule.Channel.Address.Platform, cancellationToken);
            run = await ledger.FindAsync(schedule.Id, run.Slot, cancellationToken) ?? run;
        }

        string? waits = here ? null
            : caller.AtTerminal ? caller.Phrases.ScheduleRunWaits(name, channel)
            : caller.Phrases.ScheduleRunsNow(name, channel);
        return new Reply.OfRun(schedule, run, waits, caller.Phrases.TryHistory(caller.Command("history", schedule)));
    }
}

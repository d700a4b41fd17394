using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Schedules;

/// <summary>Finds the schedule that somebody means.</summary>
internal sealed class ScheduleFinder(ScheduleStore schedules)
{
    /// <summary>What is to be done with the schedule that was found.</summary>
    public delegate Task<Reply> Use(ScheduleCaller caller, Schedule schedule, CancellationToken cancellationToken);

    /// <summary>Uses the schedule of this name or id; without one, the only schedule that there is.</summary>
    public async Task<Reply> WithAsync(
        ScheduleCaller caller, string action, string? which, Use use, CancellationToken cancellationToken)
    {
        if (which is not null && await schedules.FindAsync(caller.Space, which, cancellationToken) is { } named)
        {
            return await use(caller, named, cancellationToken);
        }

        IReadOnlyList<Schedule> all = await schedules.ListAsync(caller.Space, cancellationToken);
        return (which, all) switch
        {
            (_, []) => new Reply.Refusal($"{caller.Phrases.SchedulesNone} {caller.Phrases.TryAdd(caller.Example)}"),
            (null, [var only]) => await use(caller, only, cancellationToken),
            (null, [var first, ..]) => new Reply.Refusal(caller.Phrases.ScheduleWhich(caller.Command(action, first))),
            ({ } unknown, _) => new Reply.Refusal(Unknown(caller, unknown, all)),
        };
    }

    private static string Unknown(ScheduleCaller caller, string which, IReadOnlyList<Schedule> all)
    {
        string shown = which.Length <= CommandLimits.ScheduleName ? which : $"{which[..CommandLimits.ScheduleName]}…";
        string? guess = NearestName.Of(which, all.Select(schedule => schedule.Settings.Name.ToLowerInvariant()));
        return guess is null
            ? caller.Phrases.ScheduleUnknown(shown, caller.Command("list"))
            : caller.Phrases.ScheduleUnknownGuess(shown, guess);
    }
}

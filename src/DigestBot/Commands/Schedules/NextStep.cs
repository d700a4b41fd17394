using DigestBot.Store.Ledger;

namespace DigestBot.Commands.Schedules;

/// <summary>What whoever reads about a schedule will want to do next, in one sentence.</summary>
internal static class NextStep
{
    public static string After(ScheduleCaller caller, Schedule schedule) => schedule switch
    {
        { Channel.IsParked: true } => caller.Phrases.TryReopen(caller.Command("run-now", schedule)),
        { Paused: true } => caller.Phrases.TryResume(caller.Command("resume", schedule)),
        _ => caller.Phrases.TryPreview(caller.Command("preview", schedule)),
    };
}

using System.CommandLine;
using DigestBot.Commands;
using DigestBot.Commands.Schedules;

namespace DigestBot.Cli;

/// <summary><c>schedule run-now|pause|resume|skip-next|remove [SCHEDULE]</c></summary>
internal static class ScheduleChangeVerb
{
    private delegate Task<Reply> Change(
        VerbSession session, ScheduleCaller caller, string? which, CancellationToken cancellationToken);

    public static Command CreateRunNow(CliContext context) => Create(
        "run-now",
        context.Phrases.VerbScheduleRunNow,
        context,
        (session, caller, which, cancel) => session.Get<RunNow>().RunAsync(caller, which, cancel));

    public static Command CreatePause(CliContext context) => Create(
        "pause",
        context.Phrases.VerbSchedulePause,
        context,
        (session, caller, which, cancel) => session.Get<ScheduleEditor>().PauseAsync(caller, which, cancel));

    public static Command CreateResume(CliContext context) => Create(
        "resume",
        context.Phrases.VerbScheduleResume,
        context,
        (session, caller, which, cancel) => session.Get<ScheduleEditor>().ResumeAsync(caller, which, cancel));

    public static Command CreateRemove(CliContext context) => Create(
        "remove",
        context.Phrases.VerbScheduleRemove,
        context,
        (session, caller, which, cancel) => session.Get<ScheduleEditor>().RemoveAsync(caller, which, cancel));

    public static Command CreateSkipNext(CliContext context)
    {
        Argument<string?> which = TerminalCaller.Which(context.Phrases);
        var undo = new Option<bool>("--undo") { Description = context.Phrases.OptionUndo };
        var verb = new Command("skip-next", context.Phrases.VerbScheduleSkipNext) { which, undo };
        verb.SetAction((result, cancellationToken) => TerminalCaller.AnswerAsync(
            context,
            result,
            (session, caller, cancel) => session.Get<ScheduleEditor>()
                .SkipNextAsync(caller, result.GetValue(which), !result.GetValue(undo), cancel),
            cancellationToken));
        return verb;
    }

    private static Command Create(string name, string description, CliContext context, Change change)
    {
        Argument<string?> which = TerminalCaller.Which(context.Phrases);
        var verb = new Command(name, description) { which };
        verb.SetAction((result, cancellationToken) => TerminalCaller.AnswerAsync(
            context,
            result,
            (session, caller, cancel) => change(session, caller, result.GetValue(which), cancel),
            cancellationToken));
        return verb;
    }
}

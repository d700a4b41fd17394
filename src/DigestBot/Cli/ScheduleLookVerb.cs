using System.CommandLine;
using DigestBot.Commands;
using DigestBot.Commands.Schedules;

namespace DigestBot.Cli;

/// <summary><c>schedule list</c>, and <c>schedule show|preview|history [SCHEDULE]</c></summary>
internal static class ScheduleLookVerb
{
    private delegate Task<Reply> Look(
        ScheduleDesk desk, ScheduleCaller caller, string? which, CancellationToken cancellationToken);

    public static Command CreateList(CliContext context)
    {
        var verb = new Command("list", context.Phrases.VerbScheduleList);
        verb.SetAction((result, cancellationToken) => TerminalCaller.AnswerAsync(
            context,
            result,
            (session, caller, cancel) => session.Get<ScheduleDesk>().ListAsync(caller, cancel),
            cancellationToken));
        return verb;
    }

    public static Command CreateShow(CliContext context) => Create(
        "show", context.Phrases.VerbScheduleShow, context, (desk, caller, which, cancel) => desk.ShowAsync(caller, which, cancel));

    public static Command CreatePreview(CliContext context) => Create(
        "preview",
        context.Phrases.VerbSchedulePreview,
        context,
        (desk, caller, which, cancel) => desk.PreviewAsync(caller, which, cancel));

    public static Command CreateHistory(CliContext context) => Create(
        "history",
        context.Phrases.VerbScheduleHistory,
        context,
        (desk, caller, which, cancel) => desk.HistoryAsync(caller, which, cancel));

    private static Command Create(string name, string description, CliContext context, Look look)
    {
        Argument<string?> which = TerminalCaller.Which(context.Phrases);
        var verb = new Command(name, description) { which };
        verb.SetAction((result, cancellationToken) => TerminalCaller.AnswerAsync(
            context,
            result,
            (session, caller, cancel) => look(session.Get<ScheduleDesk>(), caller, result.GetValue(which), cancel),
            cancellationToken));
        return verb;
    }
}

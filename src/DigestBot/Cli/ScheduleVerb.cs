using System.CommandLine;

namespace DigestBot.Cli;

/// <summary><c>schedule add|edit|list|show|preview|run-now|pause|resume|skip-next|history|remove</c></summary>
internal static class ScheduleVerb
{
    public static Command Create(CliContext context) => new("schedule", context.Phrases.VerbSchedule)
    {
        ScheduleSetVerb.CreateAdd(context),
        ScheduleSetVerb.CreateEdit(context),
        ScheduleLookVerb.CreateList(context),
        ScheduleLookVerb.CreateShow(context),
        ScheduleLookVerb.CreatePreview(context),
        ScheduleLookVerb.CreateHistory(context),
        ScheduleChangeVerb.CreateRunNow(context),
        ScheduleChangeVerb.CreatePause(context),
        ScheduleChangeVerb.CreateResume(context),
        ScheduleChangeVerb.CreateSkipNext(context),
        ScheduleChangeVerb.CreateRemove(context),
    };
}

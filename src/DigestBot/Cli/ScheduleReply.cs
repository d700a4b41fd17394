using DigestBot.Adapters;
using DigestBot.Commands;
using DigestBot.Store.Ledger;

namespace DigestBot.Cli;

/// <summary>Shows replies about schedules at the terminal: a document, a table or lines.</summary>
internal static class ScheduleReply
{
    public static int Show(Reply reply, VerbSession session) => reply switch
    {
        Reply.OfSchedules found => session.Show(
            () => List(found.Schedules), Views.Json.ListViewScheduleView, () => Print(found, session)),
        Reply.OfSchedule shown => Show([shown.Schedule], reply, session),
        Reply.OfRemovedSchedule removed => Show([removed.Schedule], reply, session),
        Reply.OfPreview shown => session.Show(
            () => PreviewView.From(shown.Schedule, shown.Upcoming), Views.Json.PreviewView, () => session.Print(reply)),
        Reply.OfHistory shown => Show(shown.Schedule, shown.Runs, reply, session),
        Reply.OfRun shown => Show(shown.Schedule, [shown.Run], reply, session) is var done && shown.Run.State == OccurrenceState.Failed
            ? ExitCode.Failed
            : done,
        Reply.Refusal refusal => session.Fail(refusal.Sentence),
        _ => throw new InvalidOperationException($"No verb answers with {reply.GetType().Name}."),
    };

    private static int Show(IReadOnlyList<Schedule> schedules, Reply reply, VerbSession session) =>
        session.Show(() => List(schedules), Views.Json.ListViewScheduleView, () => session.Print(reply));

    private static int Show(Schedule schedule, IReadOnlyList<Occurrence> runs, Reply reply, VerbSession session) => session.Show(
        () => new ListView<RunView>([.. runs.Select(run => RunView.From(schedule.Settings.Name, run))]),
        Views.Json.ListViewRunView,
        () => session.Print(reply));

    private static ListView<ScheduleView> List(IReadOnlyList<Schedule> schedules) => new([.. schedules.Select(ScheduleView.From)]);

    // What to do next is no part of the table, which may go to a file.
    private static void Print(Reply.OfSchedules found, VerbSession session)
    {
        if (found.Schedules.Count == 0)
        {
            session.Print(found);
            return;
        }

        session.Print(ScheduleTable.Of(found.Schedules, session.Reader));
        session.Notice(found.Next);
    }
}

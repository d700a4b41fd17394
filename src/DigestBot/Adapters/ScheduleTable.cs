using DigestBot.Chat;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters;

/// <summary>The schedules as a table.</summary>
internal static class ScheduleTable
{
    public static TerminalTable Of(IReadOnlyList<Schedule> schedules, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        return new(
            [phrases.ColumnName, phrases.ColumnTopic, phrases.ColumnWhen, phrases.ColumnWhere, phrases.ColumnNextRun, phrases.ColumnState],
            [.. schedules.Select(schedule => Row(schedule, reader))]);
    }

    private static string[] Row(Schedule schedule, Reader reader) =>
    [
        reader.Phrases.Insert(schedule.Settings.Name),
        ScheduleText.Topic(schedule.Settings, reader.Phrases),
        ScheduleText.When(schedule.Settings, reader.Phrases),
        reader.Phrases.Insert(schedule.Channel.Address.ToString()),
        schedule.NextDue is { } due ? ScheduleText.Moment(due, schedule.Settings, reader) : "",
        ScheduleText.State(schedule, reader.Phrases),
    ];
}

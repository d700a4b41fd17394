using DigestBot.Chat;
using DigestBot.Commands.Schedules;
using DigestBot.Schedules.Time;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters;

/// <summary>A schedule's settings as somebody would type them, for forms that are filled in already.</summary>
internal static class ScheduleFields
{
    /// <summary>By name of the parameter; what is not set is not there.</summary>
    public static IReadOnlyDictionary<string, string> Of(ScheduleSettings settings, Phrases phrases)
    {
        var fields = new Dictionary<string, string>
        {
            [ScheduleParameter.Name] = settings.Name,
            [ScheduleParameter.At] = string.Join(", ", settings.Times.Select(posting => ClockText.Show(posting.Time))),
            [ScheduleParameter.Days] = ScheduleText.Days(settings.Days, phrases),
            [ScheduleParameter.Zone] = settings.Zone,
        };
        if (settings.Topic is { } topic)
        {
            fields[ScheduleParameter.Topic] = topic;
        }

        return fields;
    }
}

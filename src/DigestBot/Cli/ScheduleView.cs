using System.Globalization;
using System.Text.Json.Serialization;
using DigestBot.Store.Ledger;

namespace DigestBot.Cli;

/// <summary>A schedule in JSON.</summary>
internal sealed record ScheduleView(
    string Id,
    string Name,
    string? Topic,
    string Channel,
    IReadOnlyList<string> At,
    IReadOnlyList<string> Days,
    string Zone,
    int? Stories,
    string IfEmpty,
    int CatchUpMinutes,
    QuietHoursView? Quiet,
    string? MentionRole,
    bool Paused,
    bool SkipNext,
    string? Parked,
    DateTimeOffset? Next,
    string CreatedBy,
    DateTimeOffset CreatedAt)
{
    /// <summary>The story that it brings, by the id that it had when somebody followed it; null where it is about the topic.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Story { get; init; }

    private static readonly (Weekdays Day, string Name)[] Week =
    [
        (Weekdays.Monday, "mon"), (Weekdays.Tuesday, "tue"), (Weekdays.Wednesday, "wed"), (Weekdays.Thursday, "thu"),
        (Weekdays.Friday, "fri"), (Weekdays.Saturday, "sat"), (Weekdays.Sunday, "sun"),
    ];

    public static ScheduleView From(Schedule schedule)
    {
        ScheduleSettings settings = schedule.Settings;
        return new(
            schedule.Id.ToString(CultureInfo.InvariantCulture),
            settings.Name,
            settings.Topic,
            schedule.Channel.Address.ToString(),
            [.. settings.Times.Select(posting => Time(posting.Time))],
            [.. Week.Where(day => settings.Days.HasFlag(day.Day)).Select(day => day.Name)],
            settings.Zone,
            settings.Stories,
            settings.IfEmpty == Store.Ledger.IfEmpty.Post ? "post" : "skip",
            (int)settings.CatchUp.TotalMinutes,
            settings.Quiet is { } quiet ? new(Time(quiet.From), Time(quiet.To)) : null,
            settings.MentionRole,
            schedule.Paused,
            schedule.SkipNext,
            schedule.Channel.IsParked ? schedule.Channel.ParkedReason ?? "" : null,
            schedule.NextDue,
            schedule.CreatedBy,
            schedule.CreatedAt)
        {
            Story = settings.Story?.ToString(CultureInfo.InvariantCulture),
        };
    }

    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary>Quiet hours in JSON.</summary>
internal sealed record QuietHoursView(string From, string To);

namespace DigestBot.Commands.Schedules;

/// <summary>What <c>/schedule</c> does, for platforms that offer subcommands or forms instead of text.</summary>
internal static class ScheduleActions
{
    /// <summary>The schedule that is meant; one alone need not be named.</summary>
    public const string Which = "schedule";

    /// <summary>Takes a skip back.</summary>
    public const string Undo = "undo";

    public static IReadOnlyList<CommandAction> All { get; } =
    [
        new("add", phrases => phrases.VerbScheduleAdd, ForManagers: true, [At(required: true), .. Settings]),
        new("edit", phrases => phrases.VerbScheduleEdit, ForManagers: true, [Named, At(required: false), .. Settings]),
        new("list", phrases => phrases.VerbScheduleList, ForManagers: false, []),
        new("show", phrases => phrases.VerbScheduleShow, ForManagers: false, [Named]),
        new("preview", phrases => phrases.VerbSchedulePreview, ForManagers: false, [Named]),
        new("run-now", phrases => phrases.VerbScheduleRunNow, ForManagers: true, [Named]),
        new("pause", phrases => phrases.VerbSchedulePause, ForManagers: true, [Named]),
        new("resume", phrases => phrases.VerbScheduleResume, ForManagers: true, [Named]),
        new("skip-next", phrases => phrases.VerbScheduleSkipNext, ForManagers: true,
        [
            Named,
            CommandParameter.Optional(Undo, ParameterKind.Switch, phrases => phrases.OptionUndo),
        ]),
        new("history", phrases => phrases.VerbScheduleHistory, ForManagers: false, [Named]),
        new("remove", phrases => phrases.VerbScheduleRemove, ForManagers: true, [Named]),
    ];

    private static CommandParameter Named =>
        CommandParameter.Optional(Which, ParameterKind.Text, phrases => phrases.ArgumentSchedule) with { Suggests = SuggestionSource.Schedules };

    private static CommandParameter[] Settings =>
    [
        CommandParameter.Optional(ScheduleParameter.Topic, ParameterKind.Topic, phrases => phrases.OptionScheduleTopic)
            with { Suggests = SuggestionSource.Topics },
        CommandParameter.Optional(ScheduleParameter.Days, ParameterKind.Text, phrases => phrases.OptionDays)
            with { Suggests = SuggestionSource.Days },
        CommandParameter.Optional(ScheduleParameter.Zone, ParameterKind.Zone, phrases => phrases.OptionZone)
            with { Suggests = SuggestionSource.Zones },
        CommandParameter.Optional(ScheduleParameter.Channel, ParameterKind.Channel, phrases => phrases.ParameterScheduleChannel),
        CommandParameter.Optional(ScheduleParameter.Name, ParameterKind.Text, phrases => phrases.OptionScheduleName)
            with { MaxLength = CommandLimits.ScheduleName },
        CommandParameter.Optional(ScheduleParameter.Stories, ParameterKind.Stories, phrases => phrases.ParameterStories),
        CommandParameter.Optional(ScheduleParameter.IfEmpty, ParameterKind.Text, phrases => phrases.OptionIfEmpty)
            with { Choices = ["skip", "post"] },
        CommandParameter.Optional(ScheduleParameter.CatchUp, ParameterKind.Text, phrases => phrases.OptionCatchUp)
            with { Suggests = SuggestionSource.CatchUps },
        CommandParameter.Optional(ScheduleParameter.Quiet, ParameterKind.Text, phrases => phrases.OptionQuiet)
            with { Suggests = SuggestionSource.QuietHours },
        CommandParameter.Optional(ScheduleParameter.MentionRole, ParameterKind.Role, phrases => phrases.OptionMentionRole),
    ];

    private static CommandParameter At(bool required) =>
        new(ScheduleParameter.At, ParameterKind.Text, required, ByNameOnly: true, phrases => phrases.OptionAt) { Suggests = SuggestionSource.Times };
}

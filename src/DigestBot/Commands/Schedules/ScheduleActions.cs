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
        new(Which, ParameterKind.Text, false, true, phrases => phrases.ArgumentSchedule) { Suggests = SuggestionSource.Schedules };

    private static CommandParameter[] Settings =>
    [
        new(ScheduleParameter.Topic, ParameterKind.Topic, false, true, phrases => phrases.OptionScheduleTopic) { Suggests = SuggestionSource.Topics },
        new(ScheduleParameter.Days, ParameterKind.Text, false, true, phrases => phrases.OptionDays) { Suggests = SuggestionSource.Days },
        new(ScheduleParameter.Zone, ParameterKind.Zone, false, true, phrases => phrases.OptionZone) { Suggests = SuggestionSource.Zones },
        CommandParameter.Optional(ScheduleParameter.Channel, ParameterKind.Channel, phrases => phrases.ParameterScheduleChannel),
        new(ScheduleParameter.Name, ParameterKind.Text, false, true, phrases => phrases.OptionScheduleName) { MaxLength = CommandLimits.ScheduleName },
        CommandParameter.Optional(ScheduleParameter.Stories, ParameterKind.Stories, phrases => phrases.ParameterStories),
        new(ScheduleParameter.IfEmpty, ParameterKind.Text, false, true, phrases => phrases.OptionIfEmpty) { Choices = ["skip", "post"] },
        new(ScheduleParameter.CatchUp, ParameterKind.Text, false, true, phrases => phrases.OptionCatchUp) { Suggests = SuggestionSource.CatchUps },
        new(ScheduleParameter.Quiet, ParameterKind.Text, false, true, phrases => phrases.OptionQuiet) { Suggests = SuggestionSource.QuietHours },
        CommandParameter.Optional(ScheduleParameter.MentionRole, ParameterKind.Role, phrases => phrases.OptionMentionRole),
    ];

    private static CommandParameter At(bool required) =>
        new(ScheduleParameter.At, ParameterKind.Text, required, ByNameOnly: true, phrases => phrases.OptionAt)
        {
            Suggests = SuggestionSource.Times,
        };
}

namespace DigestBot.Commands.Topics;

/// <summary>What <c>/topics</c> does, for platforms that offer subcommands or forms instead of text.</summary>
internal static class TopicActions
{
    public const string Name = "name";
    public const string Include = "include";
    public const string Exclude = "exclude";

    // Before the actions, which take them.
    public static CommandParameter IncludeList { get; } =
        CommandParameter.Optional(Include, ParameterKind.Text, phrases => phrases.ParameterTopicInclude) with { MaxLength = CommandLimits.TopicWords };

    public static CommandParameter ExcludeList { get; } =
        CommandParameter.Optional(Exclude, ParameterKind.Text, phrases => phrases.ParameterTopicExclude) with { MaxLength = CommandLimits.TopicWords };

    public static IReadOnlyList<CommandAction> All { get; } =
    [
        new("list", phrases => phrases.VerbTopicsList, ForManagers: false, []),
        new("test", phrases => phrases.VerbTopicsTest, ForManagers: false, [Known]),
        new("add", phrases => phrases.VerbTopicsAdd, ForManagers: true,
        [
            new(Name, ParameterKind.Text, true, true, phrases => phrases.ParameterTopicName),
            IncludeList,
            ExcludeList,
        ]),
        new("remove", phrases => phrases.VerbTopicsRemove, ForManagers: true, [Known]),
    ];

    private static CommandParameter Known =>
        new(Name, ParameterKind.Text, true, true, phrases => phrases.ParameterTopicName) { Suggests = SuggestionSource.Topics };
}

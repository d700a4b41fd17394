namespace DigestBot.Commands.Sources;

/// <summary>What <c>/sources</c> does, for platforms that offer subcommands or forms instead of text.</summary>
internal static class SourceActions
{
    /// <summary>A source that can be seen, by name, id or address; in a text also an address that is not known yet.</summary>
    public const string Which = "source";

    /// <summary>An address to look at.</summary>
    public const string Address = "address";

    public const string Tier = "tier";
    public const string QuoteWords = "quote-words";

    private const int LongestNumber = 10;

    // Before the actions, which take them.
    public static CommandParameter TierWord { get; } =
        CommandParameter.Optional(Tier, ParameterKind.Text, phrases => phrases.ParameterTier) with { Choices = SourceSettingText.Tiers };

    public static CommandParameter QuoteWordsNumber { get; } =
        CommandParameter.Optional(QuoteWords, ParameterKind.Text, phrases => phrases.ParameterQuoteWords) with { MaxLength = LongestNumber };

    public static IReadOnlyList<CommandAction> All { get; } =
    [
        new("list", phrases => phrases.VerbSourcesList, ForManagers: false, []),
        new("show", phrases => phrases.VerbSourcesShow, ForManagers: false, [Known]),
        new("add", phrases => phrases.SourcesAddHere, ForManagers: true, [New]),
        new("test", phrases => phrases.VerbSourcesTest, ForManagers: true, [New]),
        new("pause", phrases => phrases.VerbSourcesPause, ForManagers: true, [Known]),
        new("resume", phrases => phrases.VerbSourcesResume, ForManagers: true, [Known]),
        new("off", phrases => phrases.VerbSourcesOff, ForManagers: true, [Known]),
        new("on", phrases => phrases.VerbSourcesOn, ForManagers: true, [Known]),
        new("set", phrases => phrases.VerbSourcesSet, ForManagers: true, [Known, TierWord, QuoteWordsNumber]),
        new("import", phrases => phrases.VerbSourcesImport, ForManagers: true, [New]),
        new("remove", phrases => phrases.VerbSourcesRemove, ForManagers: true, [Known]),
    ];

    private static CommandParameter Known =>
        new(Which, ParameterKind.Text, true, true, phrases => phrases.ParameterSource)
        {
            MaxLength = CommandLimits.Question,
            Suggests = SuggestionSource.Sources,
        };

    private static CommandParameter New =>
        new(Address, ParameterKind.Text, true, true, phrases => phrases.ParameterAddress) { MaxLength = CommandLimits.Address };
}

using System.Globalization;
using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Commands.Sources;

/// <summary>Reads what is to be set for a source, the same in a chat and at a terminal.</summary>
internal static class SourceSettingText
{
    /// <summary>Any number of words, where a number may be given.</summary>
    public const string Any = "none";

    public static IReadOnlyList<string> Tiers { get; } = [Word(SourceTier.First), Word(SourceTier.Usual), Word(SourceTier.Minor)];

    /// <returns>What is to be set, or one sentence that says what is wrong; neither where nothing was given.</returns>
    public static (SourceSetting? Setting, string? Problem) Read(string? tier, string? words, Phrases phrases)
    {
        bool isTier = TryTier(tier, out SourceTier? given);
        bool isWords = TryWords(words, out int? most);
        return isTier && isWords
            ? (given is null && most is null ? null : new SourceSetting(given, most), null)
            : (null, isTier
                ? phrases.QuoteWordsUnreadable(SourceSetting.MostQuoteWords.ToString(CultureInfo.InvariantCulture), ArgumentCheck.Shown(words!))
                : phrases.ChoiceUnknown(ArgumentCheck.Shown(tier!), string.Join(", ", Tiers)));
    }

    /// <summary>What holds of a source, in one sentence.</summary>
    public static string Told(Source source, Phrases phrases) => phrases.SourceSet(source.Name, phrases.List([Tier(source, phrases), Quotes(source, phrases)]));

    /// <summary>What holds of a source otherwise than of most; null where nothing does.</summary>
    public static string? Unusual(Source source, Phrases phrases)
    {
        string[] unusual =
        [
            .. source.Tier == SourceTier.Usual ? [] : (string[])[Tier(source, phrases)],
            .. source.QuoteWords is null ? [] : (string[])[Quotes(source, phrases)],
        ];
        return unusual.Length == 0 ? null : phrases.List(unusual);
    }

    private static string Tier(Source source, Phrases phrases) => source.Tier switch
    {
        SourceTier.First => phrases.SourceTierFirst,
        SourceTier.Minor => phrases.SourceTierMinor,
        _ => phrases.SourceTierUsual,
    };

    private static string Quotes(Source source, Phrases phrases) => source.QuoteWords switch
    {
        null => phrases.SourceQuoteAny,
        0 => phrases.SourceQuoteNothing,
        { } words => phrases.SourceQuoteWords(words),
    };

    public static string Word(SourceTier tier) => tier.ToString().ToLowerInvariant();

    private static bool TryTier(string? text, out SourceTier? tier)
    {
        tier = text is null ? null : Enum.GetValues<SourceTier>()
            .Select(one => (SourceTier?)one)
            .FirstOrDefault(one => text.Equals(Word(one!.Value), StringComparison.OrdinalIgnoreCase));
        return text is null || tier is not null;
    }

    private static bool TryWords(string? text, out int? words)
    {
        words = text is null ? null
            : text.Equals(Any, StringComparison.OrdinalIgnoreCase) ? SourceSetting.AnyNumber
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= SourceSetting.MostQuoteWords ? number
            : null;
        return text is null || words is not null;
    }
}

namespace DigestBot.News;

/// <summary>What a space sets for a source; null leaves that as it is.</summary>
/// <param name="Tier">How much its publisher counts.</param>
/// <param name="QuoteWords">How many words of one of its articles are quoted at a time; <see cref="AnyNumber"/> for no limit.</param>
internal sealed record SourceSetting(SourceTier? Tier, int? QuoteWords)
{
    public const int MostQuoteWords = 1000;
    public const int AnyNumber = -1;
}

using DigestBot.Digests;

namespace DigestBot.Schedules.Running;

/// <summary>What became of a sentence that a channel was shown.</summary>
/// <param name="Sentence">Its key.</param>
/// <param name="Correction">What is told of it.</param>
internal sealed record ShownCorrection(long Sentence, Correction Correction)
{
    /// <summary>The sentence that is shown in its place; null where there is none.</summary>
    public ShownQuote? Now { get; } = Correction.Now is { } now ? new ShownQuote(SentenceKey.Of(now.Text), ToldStory.ArticleOf(now)) : null;
}

/// <summary>What a slot tells of sentences that its channel was shown.</summary>
/// <param name="Told">Those, as many as a digest has room for.</param>
/// <param name="More">How many are left for later slots.</param>
internal sealed record SlotCorrections(IReadOnlyList<ShownCorrection> Told, int More)
{
    /// <summary>News come first: so many hardly take the room of one story.</summary>
    private const int Most = 3;

    public static SlotCorrections None { get; } = new([], 0);

    /// <summary>Equal for those that look the same.</summary>
    public string Signature => Told.Count == 0 ? "" : string.Join(
        ';', Told.Select(told => $"{told.Correction.DigestId}:{told.Sentence}:{told.Now?.Sentence}:{told.Correction.Quote.Article.Title}").Append($"{More}"));

    public static SlotCorrections Of(IReadOnlyList<ShownCorrection> found)
    {
        if (found.Count == 0)
        {
            return None;
        }

        var allowance = new QuoteAllowance();
        ShownCorrection[] told = [.. found.Where(one => allowance.TryAdd(one.Correction.MostQuoted, one.Correction.Quotes)).Take(Most)];
        return new(told, found.Count - told.Length);
    }
}

using DigestBot.Store;

namespace DigestBot.Digests;

/// <summary>What a reader asked for.</summary>
/// <param name="Space">Who asks, and so what may be seen.</param>
/// <param name="Topic">Words that every article must hold; null for everything.</param>
/// <param name="Since">How far back; null for everything.</param>
/// <param name="AsOf">The instant to look back from; null for now.</param>
/// <param name="Stories">At most so many; null for the configured number.</param>
/// <param name="Sentences">So many quotes a story; null for the configured number.</param>
internal sealed record DigestRequest(
    Space Space, string? Topic, TimeSpan? Since, DateTimeOffset? AsOf, int? Stories, int? Sentences)
{
    /// <summary>True for the topic's own words alone, false for names that are learned from the news as well; null for what is configured.</summary>
    public bool? Exact { get; init; }

    /// <summary>The sources that it is to be from alone; null for any.</summary>
    public DigestSources? Only { get; init; }

    /// <summary>Names that stand for the topic, as an earlier digest found them; null to find them.</summary>
    public IReadOnlyList<string>? Also { get; init; }
}

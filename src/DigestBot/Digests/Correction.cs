using DigestBot.News;

namespace DigestBot.Digests;

/// <summary>A sentence of an earlier digest that no longer stands in its article.</summary>
/// <param name="DigestId">The digest that quoted it.</param>
/// <param name="Told">When that was.</param>
/// <param name="Quote">The sentence as it was quoted, with the article as it is now.</param>
/// <param name="Now">The sentence that now comes nearest to it; null where none does.</param>
public sealed record Correction(string DigestId, DateTimeOffset Told, Citation Quote, Citation? Now)
{
    /// <summary>How many words of its article may be quoted where it is told; null for any number.</summary>
    internal int? MostQuoted { get; init; }

    /// <summary>What it quotes.</summary>
    internal IReadOnlyList<Citation> Quotes => Now is { } now ? [Quote, now] : [Quote];
}

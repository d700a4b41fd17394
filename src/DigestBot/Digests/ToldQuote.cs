using DigestBot.News;

namespace DigestBot.Digests;

/// <summary>A sentence as a digest showed it.</summary>
/// <param name="DigestId">The digest.</param>
/// <param name="Told">When that was.</param>
/// <param name="Quote">The sentence.</param>
internal sealed record ToldQuote(string DigestId, DateTimeOffset Told, Citation Quote)
{
    /// <summary>All that a digest shows: its stories' quotes, then what it says in place of earlier ones.</summary>
    public static IEnumerable<ToldQuote> Of(Digest digest) =>
        digest.Stories.SelectMany(story => story.Quotes)
            .Concat((digest.Corrections ?? []).Select(correction => correction.Now).OfType<Citation>())
            .Select(quote => new ToldQuote(digest.Id, digest.Asked.To, quote));
}

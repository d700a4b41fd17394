using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>What a source would give, without storing it.</summary>
/// <param name="Location">Where it was read.</param>
/// <param name="Title">Its own name, or null.</param>
/// <param name="Kind">What it turned out to be; null when it could not be read.</param>
/// <param name="Articles">What would be stored.</param>
/// <param name="Problems">Sentences for whoever asked.</param>
internal sealed record SourceTest(
    string Location, string? Title, SourceKind? Kind, IReadOnlyList<IncomingArticle> Articles, IReadOnlyList<string> Problems);

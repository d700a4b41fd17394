using System.Text.Json;
using DigestBot.News;

namespace DigestBot.Digests;

/// <summary>Takes an article out of a digest: its quotes, its headline, and stories that are nothing without it.</summary>
internal sealed class DigestWithout(IEnumerable<long> articles, IEnumerable<string> titles)
{
    private readonly HashSet<string> _articles = [.. articles.Select(ArticleId.Format)];
    private readonly HashSet<string> _titles = [.. titles];

    /// <summary>Given a document, the same without the article; null where it is no digest, or holds nothing of it.</summary>
    public string? Redact(string document)
    {
        Digest? digest;
        try
        {
            digest = JsonSerializer.Deserialize(document, DigestJson.Default.Digest);
        }
        catch (JsonException)
        {
            return null;
        }

        Citation[] quotes = [.. digest?.Stories.SelectMany(story => story.Quotes).Where(IsOfArticle) ?? []];
        Correction[] corrections = [.. digest?.Corrections?.Where(correction => IsOfArticle(correction.Quote)) ?? []];
        if (digest is null || quotes.Length + corrections.Length == 0)
        {
            return null;
        }

        HashSet<string> headlines = [.. _titles, .. quotes.Select(quote => quote.Article.Title)];
        Digest redacted = digest with
        {
            Stories = [.. digest.Stories.Select(story => Without(story, headlines)).OfType<DigestStory>()],
            Forgotten = [.. digest.Forgotten ?? [], .. corrections.Select(correction => correction.Now).OfType<Citation>().Concat(quotes).Select(Blank)],
            Corrections = digest.Corrections?.Except(corrections).ToArray() is { Length: > 0 } left ? left : null,
        };
        return JsonSerializer.Serialize(redacted, DigestJson.Default.Digest);
    }

    private static Citation Blank(Citation quote) =>
        quote with { Text = "", Article = new ArticleRef(quote.Article.Id, "", "", quote.Article.Source, quote.Article.Published) };

    private bool IsOfArticle(Citation quote) => _articles.Contains(quote.Article.Id);

    private DigestStory? Without(DigestStory story, HashSet<string> headlines)
    {
        Citation[] left = [.. story.Quotes.Where(quote => !IsOfArticle(quote))];
        if (left.Length == story.Quotes.Count && !headlines.Contains(story.Title))
        {
            return story;
        }

        // Of two reports that differ, one alone differs from nothing.
        bool isApart = story.Quotes.TakeLast(story.Differing).Any(IsOfArticle);
        return left.Length == 0
            ? null
            : story with
            {
                Title = headlines.Contains(story.Title) ? left[0].Article.Title : story.Title,
                Quotes = left,
                Differing = isApart ? 0 : story.Differing,
            };
    }
}

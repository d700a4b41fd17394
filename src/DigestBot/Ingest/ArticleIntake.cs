using System.Diagnostics.CodeAnalysis;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>Makes what readers found ready for the store: normalized once, with an identity and an effective date.</summary>
internal sealed class ArticleIntake(ArticleWriter writer, TimeProvider clock)
{
    /// <summary>Longer texts are cut at a paragraph or line; no news article comes near.</summary>
    public const int MaxTextLength = 400_000;

    private const int MaxTitleLength = 500;
    private const int MaxTitleFromText = 120;

    /// <summary>Stores a batch that belongs to one source, together with the source's new state if it was polled.</summary>
    public async Task<IngestReport> StoreAsync(
        IReadOnlyList<(Source Source, IncomingArticle Article)> incoming, PollResult? poll, CancellationToken cancellationToken)
    {
        DateTimeOffset seen = clock.GetUtcNow();
        var articles = new List<NewArticle>(incoming.Count);
        var failures = new List<IngestFailure>();
        SharedGuids shared = SharedGuids.In(incoming);
        foreach ((Source source, IncomingArticle article) in incoming)
        {
            if (TryPrepare(source, shared.Contains(source, article) ? article with { Guid = null } : article, seen, out NewArticle? prepared))
            {
                articles.Add(prepared);
            }
            else
            {
                failures.Add(new IngestFailure(FeedAddress.In(article.Url ?? article.Title ?? source.Name), "The article has no text."));
            }
        }

        WriteCounts counts = await writer.WriteAsync(articles, poll, cancellationToken);
        return new IngestReport(articles.Count, counts.New, counts.Updated, counts.Duplicates, failures) { Forgotten = counts.Forgotten };
    }

    /// <summary>The article as it would be stored; false where it has no text.</summary>
    public static bool TryPrepare(
        Source source, IncomingArticle article, DateTimeOffset seen, [NotNullWhen(true)] out NewArticle? prepared)
    {
        prepared = null;
        string text = NewsText.Body(Cut(article.Text));
        if (text.Length == 0)
        {
            return false;
        }

        string title = NewsText.Line(article.Title ?? "");
        title = title.Length > 0 ? Shorten(title, MaxTitleLength) : Shorten(NewsText.Line(FirstLine(text)), MaxTitleFromText);
        DateTimeOffset? published = InRange(article.Published);
        DateTimeOffset effective = published < seen ? published.Value : seen;
        string? canonical = CanonicalUrl.Of(article.Url);
        bool isPolled = source.Kind != SourceKind.Import; // what somebody gives us in files is not doubted
        prepared = new NewArticle
        {
            SourceId = source.Id,
            Identity = ArticleIdentity.Of(source.Key, article.Guid, canonical, title, text),
            IdentityWithoutGuid = article.Guid is { Length: > 0 } ? ArticleIdentity.Of(source.Key, null, canonical, title, text) : null,
            UrlKey = isPolled ? ArticleIdentity.UrlKey(canonical) : null,
            TitleKey = isPolled ? ArticleIdentity.TitleKey(title, effective) : null,
            Url = FeedAddress.Link(canonical, source.Location) ?? "",
            Title = title,
            Byline = Optional(article.Byline, 200),
            Language = Optional(article.Language, 35),
            Published = published,
            Modified = Changed(article.Modified, published, seen),
            IsPaywalled = article.IsPaywalled,
            Seen = seen,
            Effective = effective,
            Text = text,
            ContentHash = ArticleIdentity.ContentHash(title, text),
        };
        return true;
    }

    // A date before the web or far from now is a mistake of the source; then the article counts from when it was seen.
    private static DateTimeOffset? InRange(DateTimeOffset? published) =>
        published is { } date && date.Year >= 1970 ? date.ToUniversalTime() : null;

    // One that lies ahead, or not after the article itself, says nothing; no window and no order hangs on it.
    private static DateTimeOffset? Changed(DateTimeOffset? modified, DateTimeOffset? published, DateTimeOffset seen) =>
        InRange(modified) is { } date && date <= seen && !(date <= published) ? date : null;

    private static string Cut(string text)
    {
        if (text.Length <= MaxTextLength)
        {
            return text;
        }

        int end = text.LastIndexOf('\n', MaxTextLength);
        return text[..(end > MaxTextLength / 2 ? end : MaxTextLength)];
    }

    private static string? Optional(string? text, int max) =>
        text is not null && NewsText.Line(text) is { Length: > 0 } line ? Shorten(line, max) : null;

    private static string FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is > 0 and int end ? text[..end] : text;

    private static string Shorten(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        int end = text.LastIndexOf(' ', max);
        end = end > max / 2 ? end : max;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }
}

using DigestBot.Ingest.Reading;

namespace DigestBot.Ingest;

/// <summary>The items of a feed as articles; one without any text is left out.</summary>
internal static class FeedArticles
{
    public static IReadOnlyList<IncomingArticle> From(Feed feed, string? sourceName) =>
        [.. feed.Items.Select(item => From(item, feed, sourceName)).Where(article => !string.IsNullOrWhiteSpace(article.Text))];

    private static IncomingArticle From(FeedItem item, Feed feed, string? sourceName) => new()
    {
        Guid = item.Id,
        Url = item.Link?.AbsoluteUri,
        Title = item.Title,
        Text = Longer(item.Content, item.Summary) ?? item.Title ?? "",
        Published = item.Published ?? item.Updated,
        Source = sourceName,
        Language = item.Language ?? feed.Language,
        Byline = item.Author,
    };

    private static string? Longer(string? content, string? summary)
    {
        string? longer = (content?.Length ?? 0) >= (summary?.Length ?? 0) ? content : summary;
        return string.IsNullOrWhiteSpace(longer) ? null : longer;
    }
}

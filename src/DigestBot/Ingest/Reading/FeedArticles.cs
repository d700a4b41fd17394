namespace DigestBot.Ingest.Reading;

/// <summary>The entries of a feed as articles.</summary>
internal static class FeedArticles
{
    /// <summary>One article for each entry that has any text; an entry that is only a headline is its headline.</summary>
    public static IEnumerable<IncomingArticle> From(Feed feed) =>
        from item in feed.Items
        let text = Text(item)
        where text is not null
        select new IncomingArticle
        {
            Guid = item.Id,
            Url = item.Link?.AbsoluteUri,
            Title = item.Title,
            Text = text,
            Published = item.Published ?? item.Updated,
            Modified = item.Updated > item.Published ? item.Updated : null,
            Source = feed.Title,
            Language = item.Language ?? feed.Language,
            Byline = item.Author,
        };

    // Some feeds put the article into the summary and a teaser into the content.
    private static string? Text(FeedItem item) =>
        (item.Content?.Length ?? 0) >= (item.Summary?.Length ?? 0) ? item.Content ?? item.Title : item.Summary;
}

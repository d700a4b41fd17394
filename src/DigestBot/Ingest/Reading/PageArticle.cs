namespace DigestBot.Ingest.Reading;

/// <summary>A web page as an article.</summary>
internal static class PageArticle
{
    public static IncomingArticle From(WebPage page) => new()
    {
        Url = page.CanonicalUrl?.AbsoluteUri,
        Title = page.Title,
        Text = page.Text,
        Published = page.Published,
        Modified = page.Modified,
        Image = page.Image,
        IsPaywalled = page.IsPaywalled,
        Source = page.SiteName,
        Language = page.Language,
        Byline = page.Byline,
    };
}

using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;
using DigestBot.Ingest.Robots;
using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>A web page that was downloaded, as one article.</summary>
internal static class FetchedPage
{
    /// <param name="fetched">The page; robots.txt was asked for it.</param>
    /// <param name="otherwise">What is wrong if it is no web page at all.</param>
    public static SourceReading Read(FetchOutcome.Fetched fetched, string otherwise)
    {
        string html = Encodings.Decode(fetched.Body, fetched.ContentType).Text;
        if (!FeedDiscovery.IsWebPage(html))
        {
            return new SourceReading.Failed(otherwise);
        }

        WebPage page = WebPageReader.Read(html, fetched.Address);
        if (RobotsTags.ForbidKeeping(fetched.RobotsTag) || RobotsTags.ForbidKeeping(page.RobotsTag))
        {
            return new SourceReading.Failed($"{FetchReasons.Site(fetched.Address)} asks that this page is not kept (noarchive).");
        }

        if (string.IsNullOrWhiteSpace(page.Text))
        {
            return new SourceReading.Failed(page.Problems is [{ } problem, ..] ? problem : "No article was found on this page.") { Plainer = page.Plainer };
        }

        IncomingArticle article = PageArticle.From(page);
        return new SourceReading.Found(
            SourceKind.Page,
            fetched.Address.AbsoluteUri,
            page.SiteName ?? fetched.Address.Host,
            [article with { Url = article.Url ?? fetched.Address.AbsoluteUri }],
            page.Problems,
            fetched.ETag,
            fetched.LastModified,
            fetched.MaxAge)
        {
            Plainer = page.Plainer,
        };
    }
}

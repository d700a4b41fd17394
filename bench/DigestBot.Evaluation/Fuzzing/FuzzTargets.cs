using DigestBot.Ingest;
using DigestBot.Ingest.Reading;
using DigestBot.Ingest.Robots;

namespace DigestBot.Evaluation.Fuzzing;

/// <summary>Everything of the bot that reads what strangers send.</summary>
internal static class FuzzTargets
{
    private const int LongestLine = 4096;

    private static readonly Uri Address = new("https://news.example/2026/page?a=1");

    private static readonly string?[] ContentTypes =
        [null, "text/xml", "application/rss+xml; charset=utf-8", "text/html; charset=windows-1252", "text/plain; charset=utf-16", "text/xml; charset=x-unknown"];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("feed", ReadFeed),
        new("page", bytes => PageArticle.From(WebPageReader.Read(Text(bytes), Address))),
        new("opml", bytes => Opml.Write(Opml.Read(bytes))),
        new("sitemap", bytes => SitemapReader.Read(Text(bytes), Address)),
        new("robots", ReadRobots),
        new("dates", ReadDates),
        new("discovery", bytes => FeedDiscovery.ReadWebPage(Text(bytes), Address)),
        new("text", ReadText),
        new("json", bytes => JsonFeedReader.Read(Text(bytes), Address)),
        new("encodings", ReadInEveryEncoding),
    ];

    private static void ReadFeed(byte[] bytes)
    {
        foreach (IncomingArticle article in FeedArticles.From(FeedReader.Read(bytes, contentType: null, Address)))
        {
            string title = NewsText.Line(article.Title ?? "");
            string text = NewsText.Body(article.Text);
            ArticleIdentity.Of("key", article.Guid, CanonicalUrl.Of(article.Url), title, text);
            ArticleIdentity.ContentHash(title, text);
        }
    }

    private static void ReadRobots(byte[] bytes)
    {
        RobotsTxt robots = RobotsTxt.Parse(bytes);
        robots.IsAllowed(RobotsTags.Agent, Address.AbsoluteUri);
        robots.IsAllowed("*", "https://news.example/%2a/$");
        RobotsTags.ForbidKeeping(Text(bytes));
    }

    private static void ReadDates(byte[] bytes)
    {
        foreach (ReadOnlySpan<char> line in Beginning(Text(bytes)).AsSpan().EnumerateLines())
        {
            FeedDates.Parse(line.ToString());
        }
    }

    private static void ReadText(byte[] bytes)
    {
        string text = Text(bytes);
        NewsText.Body(HtmlText.ToPlainText(text));
        HtmlText.ToHeadline(text);
        MarkdownArticle.Read(text);
        TextArticle.Read(text);
        foreach (ReadOnlySpan<char> line in Beginning(text).AsSpan().EnumerateLines())
        {
            string address = line.ToString();
            CanonicalUrl.Of(address);
            WebAddress.Resolve(Address, address);
            WebAddress.Resolve(null, address);
            FeedAddress.Shown(address);
        }
    }

    private static void ReadInEveryEncoding(byte[] bytes)
    {
        foreach (string? contentType in ContentTypes)
        {
            Encodings.Decode(bytes, contentType);
        }
    }

    private static string Text(byte[] bytes) => Encodings.Decode(bytes, contentType: null).Text;

    private static string Beginning(string text) => text[..Math.Min(text.Length, LongestLine)];
}

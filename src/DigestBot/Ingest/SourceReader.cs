using System.Net;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;
using DigestBot.Ingest.Robots;
using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>Reads one feed, page or local path, whatever it turns out to be.</summary>
internal sealed class SourceReader(PoliteFetcher fetcher, RobotsGate robots)
{
    private readonly FeedFinder _finder = new(fetcher, robots);

    /// <summary>True for what is fetched; anything else is a local path.</summary>
    public static bool IsAddress(string location) =>
        location.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || location.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a source that is polled: conditionally, and with no second try, because its schedule is the retry.</summary>
    /// <remarks>A feed is published to be fetched by programs, a page is not: so robots.txt is asked for pages.</remarks>
    public async Task<SourceReading> PollAsync(Source source, CancellationToken cancellationToken)
    {
        string location = source.Location ?? "";
        return source.Kind switch
        {
            SourceKind.Folder => await LocalFiles.ReadAsync(location, source.Name, cancellationToken),
            SourceKind.Page when await RefusalAsync(location, cancellationToken) is { } refusal => new SourceReading.Failed(refusal),
            _ => await FetchAsync(location, source.ETag, source.LastModified, retry: false, discover: false, cancellationToken),
        };
    }

    /// <summary>Reads what somebody named and waits for; if <paramref name="discover"/>, a page stands for the feed that it names, and a site for what <see cref="FeedFinder"/> finds there.</summary>
    public Task<SourceReading> LookAsync(string location, bool discover, CancellationToken cancellationToken) =>
        IsAddress(location)
            ? FetchAsync(location, null, null, retry: true, discover, cancellationToken)
            : LocalFiles.ReadAsync(location, null, cancellationToken);

    private async Task<SourceReading> FetchAsync(
        string location, string? etag, string? lastModified, bool retry, bool discover, CancellationToken cancellationToken)
    {
        if (AddressText.Parse(location) is not { } address)
        {
            return new SourceReading.Failed("This is not an address; use one that begins with https://.");
        }

        var request = new FetchRequest(address, FetchKind.Feed, etag, lastModified) { RetryPassingFailures = retry };
        FetchOutcome outcome = await fetcher.FetchAsync(request, cancellationToken);
        if (outcome is not FetchOutcome.Fetched fetched)
        {
            return Describe(outcome);
        }

        Feed feed = FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address);
        if (feed.IsFeed)
        {
            return FromFeed(location, feed, fetched);
        }

        return (discover ? await DiscoverAsync(address, fetched, feed, cancellationToken) : null)
            ?? (await robots.RefusalAsync(fetched.Address, cancellationToken) is { } refusal
                ? new SourceReading.Failed(refusal)
                : FromPage(location, feed, fetched));
    }

    private async Task<SourceReading?> DiscoverAsync(Uri asked, FetchOutcome.Fetched page, Feed notAFeed, CancellationToken cancellationToken) =>
        await _finder.FindAsync(asked, page, notAFeed.Alternates, cancellationToken) switch
        {
            { Feed: { IsFeed: true } feed, Outcome: FetchOutcome.Fetched fetched } search =>
                FromFeed(search.Address.AbsoluteUri, feed, fetched) with { Others = search.Others },
            { Feed: { } other } => new SourceReading.Failed(other.Problems is [{ } problem, ..] ? problem : "The feed that the page names is none."),
            { } failed => Describe(failed.Outcome),
            null => null,
        };

    private async Task<string?> RefusalAsync(string location, CancellationToken cancellationToken) =>
        AddressText.Parse(location) is { } address ? await robots.RefusalAsync(address, cancellationToken) : null;

    private static SourceReading Describe(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.NotModified same => new SourceReading.Unchanged(same.ETag, same.LastModified, same.MaxAge) { PermanentTarget = same.PermanentTarget },
        FetchOutcome.Refused refused => new SourceReading.Failed(refused.Reason),
        FetchOutcome.Failed { Status: (int)HttpStatusCode.Gone } gone => new SourceReading.Failed(gone.Reason, IsGone: true),
        FetchOutcome.Failed failed => new SourceReading.Failed(failed.Reason, failed.RetryAfter) { IsResting = failed.IsResting },
        _ => throw new InvalidOperationException($"A download cannot end as {outcome.GetType().Name}."),
    };

    private static SourceReading.Found FromFeed(string location, Feed feed, FetchOutcome.Fetched fetched) => new(
        SourceKind.Feed,
        location,
        feed.Title,
        [.. FeedArticles.From(feed)],
        feed.Problems,
        fetched.ETag,
        fetched.LastModified,
        fetched.MaxAge)
    {
        Hints = feed.Hints,
        PermanentTarget = fetched.PermanentTarget,
    };

    private static SourceReading FromPage(string location, Feed notAFeed, FetchOutcome.Fetched fetched)
    {
        string html = Encodings.Decode(fetched.Body, fetched.ContentType).Text;
        if (!FeedDiscovery.IsWebPage(html))
        {
            return new SourceReading.Failed(notAFeed.Problems is [{ } problem, ..] ? problem : "This is neither a feed nor a web page.");
        }

        WebPage page = WebPageReader.Read(html, fetched.Address);
        if (string.IsNullOrWhiteSpace(page.Text))
        {
            return new SourceReading.Failed(page.Problems is [{ } problem, ..] ? problem : "No article was found on this page.");
        }

        if (RobotsTags.ForbidKeeping(fetched.RobotsTag) || RobotsTags.ForbidKeeping(page.RobotsTag))
        {
            return new SourceReading.Failed($"{FetchReasons.Site(fetched.Address)} asks that this page is not kept (noarchive).");
        }

        IncomingArticle article = PageArticle.From(page);
        return new SourceReading.Found(
            SourceKind.Page,
            location,
            page.SiteName ?? fetched.Address.Host,
            [article with { Url = article.Url ?? fetched.Address.AbsoluteUri }],
            page.Problems,
            fetched.ETag,
            fetched.LastModified,
            fetched.MaxAge);
    }
}

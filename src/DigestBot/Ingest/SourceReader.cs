using System.Net;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;
using DigestBot.Ingest.Robots;
using DigestBot.Ingest.Sitemaps;
using DigestBot.Ingest.WebSub;
using DigestBot.News;
using Microsoft.Extensions.Options;

namespace DigestBot.Ingest;

/// <summary>Reads one feed, page or local path, whatever it turns out to be.</summary>
internal sealed class SourceReader(
    PoliteFetcher fetcher, RobotsGate robots, SitemapSource sitemaps, PageReader reader, LinkedPages pages, IOptions<IngestOptions> options)
{
    private readonly FeedFinder _feeds = new(fetcher, robots);
    private readonly SitemapFinder _sitemaps = new(fetcher, robots, sitemaps);

    /// <summary>True for what is fetched; anything else is a local path.</summary>
    public static bool IsAddress(string location) =>
        location.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || location.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a source that is polled: conditionally, and with no second try, because its schedule is the retry.</summary>
    /// <remarks>Feeds and sitemaps are published to be fetched by programs, pages are not: so robots.txt is asked for pages.</remarks>
    public async Task<SourceReading> PollAsync(Source source, CancellationToken cancellationToken)
    {
        string location = source.Location ?? "";
        return source.Kind switch
        {
            SourceKind.Folder => await LocalFiles.ReadAsync(location, source.Name, cancellationToken),
            SourceKind.Page when await RefusalAsync(location, cancellationToken) is { } refusal => new SourceReading.Failed(refusal),
            _ => await FetchAsync(location, source, discover: false, cancellationToken),
        };
    }

    /// <summary>Reads what somebody named and waits for; if <paramref name="discover"/>, a page stands for the feed that it names, and a site for what <see cref="FeedFinder"/> and <see cref="SitemapFinder"/> find there.</summary>
    public Task<SourceReading> LookAsync(string location, bool discover, CancellationToken cancellationToken) =>
        IsAddress(location) ? FetchAsync(location, null, discover, cancellationToken) : LocalFiles.ReadAsync(location, null, cancellationToken);

    private async Task<SourceReading> FetchAsync(string location, Source? polled, bool discover, CancellationToken cancellationToken)
    {
        if (AddressText.Parse(location) is not { } address)
        {
            return new SourceReading.Failed("This is not an address; use one that begins with https://.");
        }

        var request = new FetchRequest(address, FetchKind.Feed, polled?.ETag, polled?.LastModified) { RetryPassingFailures = polled is null };
        FetchOutcome outcome = await fetcher.FetchAsync(request, cancellationToken);
        if (outcome is not FetchOutcome.Fetched fetched)
        {
            return Describe(outcome);
        }

        if (SitemapSource.Of(outcome) is { } sitemap)
        {
            int? most = discover ? SitemapSource.Sample : null;
            return await sitemaps.ReadAsync(location, sitemap, fetched, polled, most, cancellationToken) is var listed && discover
                ? listed with { Sight = SourceSight.Of(fetched, sitemap.Format, sitemap.Entries.Count, FoundBy.Address) }
                : listed;
        }

        Feed feed = FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address);
        if (feed.IsFeed)
        {
            SourceReading.Found read = await CompleteAsync(FromFeed(location, feed, fetched), polled, discover, cancellationToken);
            return discover ? read with { Sight = Sight(feed, fetched, FoundBy.Address) } : read;
        }

        if (discover && await DiscoverAsync(address, fetched, feed, cancellationToken) is { } other)
        {
            return other is SourceReading.Found { Kind: SourceKind.Feed } found ? await CompleteAsync(found, null, discover, cancellationToken) : other;
        }

        return polled?.Kind == SourceKind.Sitemap ? new SourceReading.Failed("There is no sitemap any more at this address.")
            : await robots.RefusalAsync(fetched.Address, cancellationToken) is { } refusal ? new SourceReading.Failed(refusal)
            : await FromPageAsync(location, feed, fetched, discover, cancellationToken);
    }

    private Task<SourceReading.Found> CompleteAsync(SourceReading.Found feed, Source? polled, bool isSample, CancellationToken cancellationToken) =>
        pages.CompleteAsync(feed, polled, isSample ? Math.Min(SitemapSource.Sample, options.Value.FeedPages) : options.Value.FeedPages, cancellationToken);

    private async Task<SourceReading?> DiscoverAsync(Uri asked, FetchOutcome.Fetched page, Feed notAFeed, CancellationToken cancellationToken) =>
        await _feeds.FindAsync(asked, page, notAFeed.Alternates, cancellationToken) switch
        {
            { IsOver: true } => null,
            { Feed: { IsFeed: true } feed, Outcome: FetchOutcome.Fetched fetched } search =>
                FromFeed(search.Address.AbsoluteUri, feed, fetched) with
                {
                    Others = search.Others,
                    Sight = Sight(feed, fetched, search.By),
                },
            { Feed: { } other } => new SourceReading.Failed(other.Problems is [{ } problem, ..] ? problem : "The feed that the page names is none."),
            { } failed => Describe(failed.Outcome),
            null => FeedFinder.IsFront(asked) ? await _sitemaps.FindAsync(page.Address, cancellationToken) : null,
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
        Offer = HubOffers.Of(feed, fetched),
        PermanentTarget = fetched.PermanentTarget,
    };

    private static SourceSight Sight(Feed feed, FetchOutcome.Fetched fetched, FoundBy by) =>
        SourceSight.Of(fetched, feed.Format, feed.Items.Count, by);

    private async Task<SourceReading> FromPageAsync(
        string location, Feed notAFeed, FetchOutcome.Fetched fetched, bool isLook, CancellationToken cancellationToken)
    {
        string otherwise = notAFeed.Problems is [{ } problem, ..] ? problem : "This is neither a feed nor a web page.";
        SourceReading page = await reader.ReadAsync(fetched, otherwise, cancellationToken);
        return page is SourceReading.Found found
            ? found with { Location = location, Sight = isLook ? SourceSight.Of(fetched, "HTML", 1, FoundBy.Address) : null }
            : page;
    }
}

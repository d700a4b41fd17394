using System.Net;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;
using DigestBot.Ingest.Robots;

namespace DigestBot.Ingest;

/// <summary>Looks for the feed of a web page: first what the page names, then, for a site's front page, where feeds usually are.</summary>
/// <remarks>
/// Guessed addresses are nobody's invitation, so robots.txt is asked before each. The downloader keeps its gap between them, checks each
/// address and each redirect; a server that wants to be left alone, or is gone, ends the search.
/// </remarks>
internal sealed class FeedFinder(PoliteFetcher fetcher, RobotsGate robots)
{
    /// <summary>Of the feeds that a page names, so many are tried.</summary>
    public const int MostNamed = 3;

    /// <summary>Where feeds usually are; each costs the site a request, so there are few.</summary>
    public static IReadOnlyList<string> UsualPaths { get; } =
        ["/feed", "/rss", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/feed.json"];

    /// <summary>The feed; a failure where the page names feeds and none can be read; null where there is none.</summary>
    /// <param name="asked">The address that was named.</param>
    /// <param name="page">What came from there.</param>
    /// <param name="named">The feeds that the page names.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public Task<FeedSearch?> FindAsync(
        Uri asked, FetchOutcome.Fetched page, IReadOnlyList<Uri> named, CancellationToken cancellationToken) =>
        named.Count > 0 ? TryNamedAsync(named, cancellationToken)
        : IsFront(asked) ? TryUsualAsync(page.Address, cancellationToken)
        : Task.FromResult<FeedSearch?>(null);

    /// <summary>Whether an address means a site and not one of its pages.</summary>
    public static bool IsFront(Uri address) => address is { AbsolutePath: "/", Query: "" };

    private async Task<FeedSearch?> TryNamedAsync(IReadOnlyList<Uri> named, CancellationToken cancellationToken)
    {
        FeedSearch? first = null;
        foreach (Uri address in named.OrderBy(IsOfComments).Take(MostNamed))
        {
            var request = new FetchRequest(address, FetchKind.Feed) { RetryPassingFailures = true };
            FeedSearch tried = Read(address, await fetcher.FetchAsync(request, cancellationToken));
            if (tried.Feed is { IsFeed: true })
            {
                return tried with { By = FoundBy.Link, Others = [.. named.Where(other => other != address).Select(other => other.AbsoluteUri)] };
            }

            first ??= tried;
        }

        return first;
    }

    private async Task<FeedSearch?> TryUsualAsync(Uri site, CancellationToken cancellationToken)
    {
        foreach (string path in UsualPaths)
        {
            var address = new Uri(site, path);
            if (await robots.RefusalAsync(address, cancellationToken) is not null)
            {
                continue;
            }

            FetchOutcome outcome = await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Feed), cancellationToken);
            if (Read(address, outcome) is { Feed: { IsFeed: true, Items.Count: > 0 } } found)
            {
                return found;
            }

            if (IsEnd(outcome))
            {
                return new FeedSearch(address, outcome, null) { IsOver = true };
            }
        }

        return null;
    }

    /// <summary>Whether a server has said, or shown, that it is not to be asked further now.</summary>
    public static bool IsEnd(FetchOutcome outcome) => outcome is FetchOutcome.Refused or FetchOutcome.Failed { Status: null }
        or FetchOutcome.Failed { RetryAfter: not null } or FetchOutcome.Failed { Status: (int)HttpStatusCode.TooManyRequests };

    private static bool IsOfComments(Uri address) => address.AbsolutePath.Contains("comment", StringComparison.OrdinalIgnoreCase);

    private static FeedSearch Read(Uri address, FetchOutcome outcome) => outcome is FetchOutcome.Fetched fetched
        ? new FeedSearch(address, outcome, FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address))
        : new FeedSearch(address, outcome, null);
}

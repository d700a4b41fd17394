using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Robots;

namespace DigestBot.Ingest.Sitemaps;

/// <summary>Reads pages of one sitemap, as articles, and notes which need not be asked for again.</summary>
internal sealed class PageVisits(PoliteFetcher fetcher, RobotsGate robots, PageReader reader, Uri sitemap, DateTimeOffset since, TimeProvider clock)
{
    /// <summary>After so long the rest waits for the next poll: the lease of a source is twice as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int MostFailures = 3;
    private const int MostProblems = 10;

    private readonly List<long> _failed = [];
    private readonly long _begin = clock.GetTimestamp();
    private int _failures; // in a row
    private bool _isOver;

    public List<IncomingArticle> Articles { get; } = [];

    public List<string> Problems { get; } = [];

    public List<long> Tried { get; } = [];

    /// <summary>Whether pages were left for another time.</summary>
    public bool HasMore { get; private set; }

    /// <param name="pages">In the order in which they are wanted.</param>
    /// <param name="most">So many are asked for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(IReadOnlyList<SitemapPage> pages, int most, CancellationToken cancellationToken)
    {
        int asked = 0;
        int done = 0;
        foreach (SitemapPage page in pages.Take(most * 5))
        {
            if (_isOver || asked == most || clock.GetElapsedTime(_begin) > Patience)
            {
                break;
            }

            if (await robots.RefusalAsync(page.Entry.Location, cancellationToken) is { } refusal)
            {
                Tell(refusal);
                done++;
                continue;
            }

            done++;
            asked++;
            var request = new FetchRequest(page.Entry.Location, FetchKind.Page);
            FetchOutcome outcome = await fetcher.FetchAsync(request, cancellationToken);
            if (outcome is FetchOutcome.Fetched { Address: var there } && await robots.RefusalAsync(there, cancellationToken) is { } refusedThere)
            {
                Tried.Add(page.Key);
                Tell(refusedThere);
                continue;
            }

            await TakeAsync(page, outcome, cancellationToken);
        }

        HasMore = _isOver || done < pages.Count || (_failed.Count > 0 && Tried.Count == 0);
        if (Tried.Count > 0)
        {
            // The server is well, so it is these pages that are not.
            Tried.AddRange(_failed);
        }
    }

    private async Task TakeAsync(SitemapPage page, FetchOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is FetchOutcome.Fetched fetched)
        {
            _failures = 0;
            Tried.Add(page.Key);
            Take(page, await reader.ReadAsync(fetched, "This is no web page.", cancellationToken), fetched.Address);
            return;
        }

        Tell(outcome is FetchOutcome.Failed { Reason: var why } ? why : ((FetchOutcome.Refused)outcome).Reason);
        if (outcome is FetchOutcome.Refused or FetchOutcome.Failed { Status: >= 200 and < 500 and not 429, RetryAfter: null })
        {
            Tried.Add(page.Key);
            return;
        }

        if (outcome is FetchOutcome.Failed { RetryAfter: null, Status: not 429, IsResting: false })
        {
            _failed.Add(page.Key);
            _isOver = ++_failures == MostFailures;
            return;
        }

        _isOver = true;
    }

    private void Take(SitemapPage page, SourceReading reading, Uri address)
    {
        if (reading is not SourceReading.Found { Articles: [{ } article] })
        {
            Tell((reading as SourceReading.Failed)?.Why ?? "No article was found on this page.");
            return;
        }

        // A page that leads or points elsewhere would put words into another site's mouth.
        Uri own = AddressText.Parse(article.Url) is { } canonical && SameSite.Has(sitemap, canonical) ? canonical : address;
        if (!SameSite.Has(sitemap, own))
        {
            Tell($"A page led to {FetchReasons.Site(own)}, which is another site.");
        }
        else if ((article.Published ?? page.Entry.Published) is { } published && published < since)
        {
            Tell("A page that is listed as new has an older article.");
        }
        else
        {
            Articles.Add(article with
            {
                Guid = page.Entry.Location.AbsoluteUri,
                Url = own.AbsoluteUri,
                Title = article.Title ?? page.Entry.Title,
                Published = article.Published ?? page.Entry.Published,
            });
        }
    }

    private void Tell(string problem)
    {
        if (Problems.Count < MostProblems && !Problems.Contains(problem))
        {
            Problems.Add(problem);
        }
    }
}

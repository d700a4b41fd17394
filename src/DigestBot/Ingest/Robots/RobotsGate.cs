using System.Collections.Concurrent;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;

namespace DigestBot.Ingest.Robots;

/// <summary>Asks a site's robots.txt before one of its pages is read, and remembers the answer for a day.</summary>
/// <remarks>
/// As RFC 9309 wants it: without a robots.txt everything is allowed, and while a server fails or cannot be reached nothing
/// is. That is asked again after an hour, so a passing failure does not shut a site out.
/// </remarks>
internal sealed class RobotsGate(PoliteFetcher fetcher, TimeProvider clock)
{
    private const int MaxSites = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeptAfterTrouble = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<RobotsEntry>>> _sites = new(StringComparer.Ordinal);

    /// <summary>Why a page may not be read, in one sentence, or null when it may.</summary>
    public async Task<string?> RefusalAsync(Uri address, CancellationToken cancellationToken)
    {
        RobotsEntry entry = await FindAsync(address).WaitAsync(cancellationToken);
        if (entry.Robots.IsAllowed(RobotsTags.Agent, address.AbsoluteUri))
        {
            fetcher.KeepApart(address, entry.Robots.CrawlDelay(RobotsTags.Agent) ?? TimeSpan.Zero);
            return null;
        }

        string site = FetchReasons.Site(address);
        return entry.Trouble is null
            ? $"The robots.txt of {site} does not allow {RobotsTags.Agent} to read this page."
            : $"The robots.txt of {site} could not be read, so its pages are not read for now: {entry.Trouble}";
    }

    /// <summary>The sitemaps that a site's robots.txt names.</summary>
    public async Task<IReadOnlyList<Uri>> SitemapsAsync(Uri address, CancellationToken cancellationToken) =>
    [
        .. (await FindAsync(address).WaitAsync(cancellationToken)).Robots.Sitemaps
            .Select(written => WebAddress.Resolve(address, written)).OfType<Uri>().Distinct(),
    ];

    // One question to a site at a time, whoever waits for it: it ends by the downloader's deadline, not by a caller's.
    private Task<RobotsEntry> FindAsync(Uri address)
    {
        var file = new Uri($"{address.Scheme}://{address.Authority}/robots.txt");
        if (_sites.TryGetValue(file.AbsoluteUri, out Lazy<Task<RobotsEntry>>? known) && IsOver(known.Value))
        {
            _sites.TryRemove(KeyValuePair.Create(file.AbsoluteUri, known));
        }

        if (_sites.Count >= MaxSites)
        {
            _sites.Clear();
        }

        return _sites.GetOrAdd(file.AbsoluteUri, _ => new Lazy<Task<RobotsEntry>>(() => AskAsync(file))).Value;
    }

    private bool IsOver(Task<RobotsEntry> asked) =>
        asked.IsFaulted || (asked.IsCompletedSuccessfully && asked.Result.Until <= clock.GetUtcNow());

    private async Task<RobotsEntry> AskAsync(Uri file)
    {
        FetchOutcome outcome = await fetcher.FetchAsync(new FetchRequest(file, FetchKind.Robots), CancellationToken.None);
        DateTimeOffset now = clock.GetUtcNow();
        return outcome switch
        {
            FetchOutcome.Fetched fetched => new RobotsEntry(RobotsTxt.Parse(fetched.Body), now + Kept),
            FetchOutcome.Failed { Status: >= 400 and < 500 and not 429 } => new RobotsEntry(RobotsTxt.AllowAll, now + Kept),
            FetchOutcome.Failed failed => Shut(failed.Reason, now + Longer(failed.RetryAfter, KeptAfterTrouble)),
            FetchOutcome.Refused refused => Shut(refused.Reason, now + KeptAfterTrouble),
            _ => Shut("It answered what was not asked.", now + KeptAfterTrouble),
        };
    }

    private static RobotsEntry Shut(string why, DateTimeOffset until) => new(RobotsTxt.DisallowAll, until, why);

    private static TimeSpan Longer(TimeSpan? asked, TimeSpan ours) => asked > ours ? TimeSpan.FromTicks(Math.Min(asked.Value.Ticks, Kept.Ticks)) : ours;
}

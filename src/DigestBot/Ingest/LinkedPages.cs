using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Robots;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Ingest;

/// <summary>Reads the pages to which a feed only leads: an entry of a few sentences gets the text of its page (decision 37).</summary>
/// <remarks>
/// What cannot be had stays as the feed has it. A page is asked for once for one headline, and again when the feed says that it was changed
/// since; entries whose page was read are left out, so that their few sentences do not take the place of the text.
/// </remarks>
internal sealed class LinkedPages(PoliteFetcher fetcher, RobotsGate robots, PageReader reader, IPageMemory memory, TimeProvider clock)
{
    // After so long the rest waits for the next poll: other sources wait for this one.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const int MostFailures = 3;

    // A page that has half of what its entry says is about the same: a wall of cookies is not.
    private const double LeastShared = 0.5;
    private const double Fuller = 1.5;

    /// <param name="feed">As it was read.</param>
    /// <param name="source">Whose pages are remembered; null for a look.</param>
    /// <param name="most">Pages to be read; 0 for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<SourceReading.Found> CompleteAsync(SourceReading.Found feed, Source? source, int most, CancellationToken cancellationToken)
    {
        IncomingArticle[] thin = most == 0 ? [] : [.. feed.Articles.Where(IsThin)];
        if (thin.Length == 0)
        {
            return feed;
        }

        IReadOnlyDictionary<long, DateTimeOffset> tried = source is null
            ? new Dictionary<long, DateTimeOffset>()
            : await memory.TriedAsync(source, cancellationToken);
        IncomingArticle[] wanted = [.. thin.Where(article => IsWanted(article, tried)).DistinctBy(ReadKey)];
        var visits = new Visits(most, clock);
        foreach (IncomingArticle article in wanted)
        {
            if (!visits.MayGoOn)
            {
                break;
            }

            await VisitAsync(article, visits, cancellationToken);
        }

        // An answer that nothing has changed would keep us from what is left.
        bool isRead = source is null || visits.IsOver || visits.Seen == wanted.Length;
        IncomingArticle[] articles = [.. feed.Articles.Select(visits.Fullest).Where(article => !IsThin(article) || !tried.ContainsKey(ReadKey(article)))];
        return feed with
        {
            Articles = articles,
            DoneEntries = feed.Articles.Count - articles.Length,
            PagesTried = visits.Tried,
            Problems = visits.Problem is null ? feed.Problems : [.. feed.Problems, visits.Problem],
            ETag = isRead ? feed.ETag : null,
            LastModified = isRead ? feed.LastModified : null,
        };
    }

    private static bool IsThin(IncomingArticle article) => FoundArticle.IsThin(article.Text) && AddressOf(article) is { IsFile: false };

    // As it is stored and shown: without what tells who follows the link, which may be another with each poll.
    private static Uri? AddressOf(IncomingArticle article) => AddressText.Parse(CanonicalUrl.Of(article.Url));

    private bool IsWanted(IncomingArticle article, IReadOnlyDictionary<long, DateTimeOffset> tried) =>
        !(tried.TryGetValue(ReadKey(article), out DateTimeOffset at) || tried.TryGetValue(LeftKey(article), out at))
        || (article.Modified > at && article.Modified <= clock.GetUtcNow());

    // Not by its text: some feeds write into that how old it is.
    private static long ReadKey(IncomingArticle article) =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{AddressOf(article)?.AbsoluteUri}\n{article.Title}")));

    // By which it is remembered that its page was asked for, and that what the feed has goes on to hold.
    private static long LeftKey(IncomingArticle article) => ~ReadKey(article);

    private async Task VisitAsync(IncomingArticle article, Visits visits, CancellationToken cancellationToken)
    {
        Uri address = AddressOf(article)!;
        if (await robots.RefusalAsync(address, cancellationToken) is { } refusal)
        {
            visits.Left(article, refusal);
            return;
        }

        FetchOutcome outcome = await fetcher.FetchAsync(new FetchRequest(address, FetchKind.Page), cancellationToken);
        if (outcome is not FetchOutcome.Fetched fetched)
        {
            visits.Failed(article, outcome);
        }
        else if (fetched.Address != address && await robots.RefusalAsync(fetched.Address, cancellationToken) is { } refusedThere)
        {
            visits.Left(article, refusedThere);
        }
        else if (await reader.ReadAsync(fetched, "This is no web page.", cancellationToken) is not SourceReading.Found { Articles: [var page] })
        {
            visits.Left(article, "No article was found there that may be kept.");
        }
        else if (!IsItsText(page, article))
        {
            visits.Left(article, "There is no more than the feed has, or something else.");
        }
        else
        {
            visits.Read(article, page);
        }
    }

    // What the feed says of it holds: by that it is known again.
    private static IncomingArticle Of(IncomingArticle article, IncomingArticle page) => article with
    {
        Text = page.Text,
        IsOfLinkedPage = true,
        Title = article.Title ?? page.Title,
        Published = article.Published ?? page.Published,
        Modified = article.Modified ?? page.Modified,
        Byline = article.Byline ?? page.Byline,
        Language = page.Language ?? article.Language,
        Image = article.Image ?? page.Image,
        IsPaywalled = article.IsPaywalled || page.IsPaywalled,
    };

    private static bool IsItsText(IncomingArticle page, IncomingArticle article)
    {
        if (FoundArticle.IsThin(page.Text) || WordCount.Of(page.Text) < Fuller * WordCount.Of(article.Text))
        {
            return false;
        }

        uint[] said = [.. TextAnalyzer.Vector("", $"{article.Title}\n{article.Text}").Hashes];
        TermVector there = TextAnalyzer.Vector(page.Title ?? "", page.Text);
        return said.Length > 0 && said.Count(term => there.Count(term) > 0) >= LeastShared * said.Length;
    }

    /// <summary>What became of the pages of one poll.</summary>
    private sealed class Visits(int most, TimeProvider clock)
    {
        private readonly Dictionary<long, IncomingArticle> _pages = [];
        private readonly long _begin = clock.GetTimestamp();
        private int _failures; // in a row
        private int _unread;
        private string? _why;

        public List<long> Tried { get; } = [];

        /// <summary>How many were asked for.</summary>
        public int Seen { get; private set; }

        /// <summary>Whether the server is not well, and asked no more.</summary>
        public bool IsOver { get; private set; }

        public bool MayGoOn => !IsOver && Seen < most && clock.GetElapsedTime(_begin) < Patience;

        public string? Problem => _unread == 0 ? null
            : FormattableString.Invariant($"{_unread} of {Seen} pages that it leads to could not be read, so of these there is only what the feed says. {_why}");

        /// <summary>With the text of its page, if that was read; a feed may have an entry twice.</summary>
        public IncomingArticle Fullest(IncomingArticle article) => _pages.TryGetValue(ReadKey(article), out IncomingArticle? page) ? Of(article, page) : article;

        public void Read(IncomingArticle article, IncomingArticle page)
        {
            Seen++;
            _failures = 0;
            _pages.Add(ReadKey(article), page);
            Tried.Add(ReadKey(article));
        }

        /// <summary>It will not be there another time either.</summary>
        public void Left(IncomingArticle article, string why)
        {
            Seen++;
            _failures = 0;
            Tell(why);
            Tried.Add(LeftKey(article));
        }

        public void Failed(IncomingArticle article, FetchOutcome outcome)
        {
            string why = outcome is FetchOutcome.Failed failed ? failed.Reason : ((FetchOutcome.Refused)outcome).Reason;
            if (outcome is FetchOutcome.Refused or FetchOutcome.Failed { Status: >= 200 and < 500 and not 429, RetryAfter: null })
            {
                Left(article, why);
                return;
            }

            Seen++;
            Tell(why);
            IsOver = outcome is FetchOutcome.Failed { RetryAfter: not null } or FetchOutcome.Failed { Status: 429 } or FetchOutcome.Failed { IsResting: true }
                || ++_failures == MostFailures;
        }

        private void Tell(string why)
        {
            _unread++;
            _why ??= why;
        }
    }
}

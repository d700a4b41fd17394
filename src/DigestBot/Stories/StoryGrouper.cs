using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;

namespace DigestBot.Stories;

/// <summary>Gives stories to the shared articles that have none yet, oldest first.</summary>
/// <remarks>
/// Stored stories know shared articles only. What a space sees beyond them is joined when it looks
/// (<see cref="StoryLens"/>), so that one space's articles never move another's.
/// </remarks>
internal sealed class StoryGrouper(StoryStore stories) : IDisposable
{
    private const int BatchSize = 1000;

    // A story lives on while it is reported, so its articles are remembered for longer than it would survive silence.
    private static readonly TimeSpan Kept = StoryWindow.Span + StoryWindow.Span;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private Frontier? _frontier;

    /// <summary>Groups all that waits; returns how many articles that were.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            int total = 0;
            while (await RunBatchAsync(cancellationToken) is > 0 and int grouped)
            {
                total += grouped;
            }

            return total;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<int> RunBatchAsync(CancellationToken cancellationToken)
    {
        Frontier? reached = null;
        int grouped = await stories.GroupWaitingAsync(
            BatchSize,
            async (batch, waiting) =>
            {
                // What is remembered is lost until the transaction has committed, so that a failed one leaves no trace.
                (Frontier? known, _frontier) = (_frontier, null);
                Frontier frontier = known?.Serves(batch.Revision, ArticleId.Effective(waiting[0].Id)) == true
                    ? known
                    : await ReadAsync(batch, waiting);
                frontier.Window.Forget(ArticleId.Effective(waiting[0].Id) - Kept);
                IReadOnlyList<StoryMember> members = Place(frontier.Window, waiting);
                reached = new Frontier(frontier.Window, batch.Revision + 1, ArticleId.Effective(waiting[^1].Id));
                return members;
            },
            cancellationToken);
        _frontier = reached ?? _frontier;
        return grouped;
    }

    private static async Task<Frontier> ReadAsync(IStoryBatch batch, IReadOnlyList<WaitingArticle> waiting)
    {
        DateTimeOffset first = ArticleId.Effective(waiting[0].Id);
        var window = new StoryWindow();
        foreach (WaitingArticle article in await batch.GroupedAsync(first - Kept, first + Kept, StoryWindow.MaxArticles))
        {
            window.Add(article.StoryId!.Value, Read(article), settled: false);
        }

        return new Frontier(window, batch.Revision, first);
    }

    private static IReadOnlyList<StoryMember> Place(StoryWindow window, IReadOnlyList<WaitingArticle> waiting)
    {
        foreach (WaitingArticle article in waiting)
        {
            window.Place(Read(article));
        }

        window.Review();
        return window.TakeChanges();
    }

    private static StoryArticle Read(WaitingArticle article) =>
        new(article.Id, ArticleId.Effective(article.Id), article.Publisher, TermVector.FromBytes(article.Vector));

    /// <summary>The window as it stood after a revision, and how far it had come.</summary>
    private sealed record Frontier(StoryWindow Window, long Revision, DateTimeOffset Reached)
    {
        public bool Serves(long revision, DateTimeOffset next) => revision == Revision && next >= Reached - Kept;
    }
}

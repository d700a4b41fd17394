using System.Runtime.InteropServices;
using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Stories;

/// <summary>
/// The stories of some days, in memory: articles are grouped one by one as they come, by tf-idf terms with decay over time
/// (Allan, Papka and Lavrenko, "On-line new event detection", 1998), and looked at a second time when others have come.
/// </summary>
/// <remarks>
/// The same calls give the same stories. What came first is not the last word: stories merge when an article fits both, and
/// an article moves when another story has become more like it than its own. Not safe for concurrent use; memory is bounded
/// by <see cref="MaxArticles"/>.
/// </remarks>
internal sealed class StoryWindow
{
    /// <summary>A story that nobody reported for so long is over.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(3);

    /// <summary>The oldest go when more are in the window.</summary>
    public const int MaxArticles = 100_000;

    // Chosen on ECB+ and the dated AllSides stream, see bench/results.
    private const double DecayPerDay = 0.2;
    private const double SamePublisher = 0.6;

    // Each article is looked at again once, when as many have come as an event takes to become clear.
    private const int Reviewed = 400;

    private readonly TermStatistics _statistics = new();
    private readonly StoryIndex _index = new();
    private readonly Dictionary<long, StoryProfile> _stories = [];
    private readonly Queue<PlacedArticle> _articles = new();
    private readonly List<PlacedArticle> _recent = [];
    private readonly List<PlacedArticle> _changed = [];
    private readonly List<StoryProfile> _fitting = [];
    private bool _onlyHeadlines = true;
    private int _placed;

    /// <summary>Adds an article whose story is known.</summary>
    /// <param name="storyId">Its story.</param>
    /// <param name="article">The article.</param>
    /// <param name="settled">Whether that story is the last word.</param>
    public void Add(long storyId, StoryArticle article, bool settled)
    {
        PlacedArticle placed = Admit(article, settled);
        placed.Told = storyId;
        Join(StoryOf(storyId), placed);
    }

    /// <summary>Adds an article to the story that it belongs to, or to a new one with the article's own id.</summary>
    public void Place(StoryArticle article)
    {
        PlacedArticle placed = Admit(article, settled: false);
        Settle(placed);
        if (++_placed % Reviewed == 0)
        {
            Review();
        }
    }

    /// <summary>Looks again at the newest articles, now that others have come.</summary>
    public void Review()
    {
        foreach (PlacedArticle placed in _recent[Math.Max(0, _recent.Count - Reviewed)..])
        {
            if (placed.Story is not null)
            {
                Settle(placed);
            }
        }
    }

    /// <summary>Lets go of the articles before this time that are older than all that follow.</summary>
    public void Forget(DateTimeOffset before)
    {
        while (_articles.TryPeek(out PlacedArticle? oldest) && oldest.Article.Effective < before)
        {
            RemoveOldest();
        }
    }

    /// <summary>The articles that were placed or moved since the last call, each with its story.</summary>
    public IReadOnlyList<StoryMember> TakeChanges()
    {
        var changes = new List<StoryMember>(_changed.Count);
        foreach (PlacedArticle placed in _changed)
        {
            if (placed.StoryId != placed.Told)
            {
                placed.Told = placed.StoryId;
                changes.Add(new StoryMember(placed.Article.Id, placed.StoryId));
            }
        }

        _changed.Clear();
        return changes;
    }

    private PlacedArticle Admit(StoryArticle article, bool settled)
    {
        if (_articles.Count >= MaxArticles)
        {
            RemoveOldest();
        }

        _statistics.Add(article.Vector);
        _onlyHeadlines &= article.IsBare;
        StoryRule rule = _onlyHeadlines ? StoryRule.Wide : StoryRule.Usual;
        var placed = new PlacedArticle(article, _statistics.Strongest(article.Vector), rule, settled);
        _articles.Enqueue(placed);
        if (!settled)
        {
            if (_recent.Count >= 2 * Reviewed)
            {
                _recent.RemoveRange(0, Reviewed);
            }

            _recent.Add(placed);
        }

        return placed;
    }

    private void Settle(PlacedArticle placed)
    {
        _fitting.Clear();
        (StoryProfile? nearest, double best) = (null, 0);
        foreach (StoryProfile story in _index.Candidates(placed.Terms))
        {
            if (Likeness(story, placed) is double likeness && likeness > placed.Rule.Join)
            {
                _fitting.Add(story);
                (nearest, best) = likeness > best ? (story, likeness) : (nearest, best);
            }
        }

        Move(placed, nearest);
        MergeFitting(placed.Rule);
    }

    private static double Likeness(StoryProfile story, PlacedArticle placed)
    {
        double decay = placed.Article.Effective is { } effective ? Decay(story, effective, effective) : 1;
        return decay <= 0 ? 0 : story.Likeness(placed) * decay * (story.HasOtherOf(placed) ? SamePublisher : 1);
    }

    private static double Decay(StoryProfile story, DateTimeOffset first, DateTimeOffset last)
    {
        if (story.First > story.Last || first > last)
        {
            return 1; // nothing is known of one's time
        }

        TimeSpan gap = first > story.Last ? first - story.Last : last < story.First ? story.First - last : TimeSpan.Zero;
        return gap > Span ? 0 : 1 / (1 + (DecayPerDay * gap.TotalDays));
    }

    private void Move(PlacedArticle placed, StoryProfile? to)
    {
        if (to is null && placed.Story?.Articles.Count == 1)
        {
            return;
        }

        to ??= StoryOf(FreeId(placed.Article.Id));
        if (to != placed.Story)
        {
            Leave(placed);
            Join(to, placed);
            _changed.Add(placed);
        }
    }

    // An article that fits two stories is the occasion to ask whether they are one.
    private void MergeFitting(StoryRule rule)
    {
        for (int i = 0; i < _fitting.Count; i++)
        {
            for (int j = i + 1; j < _fitting.Count; j++)
            {
                (StoryProfile left, StoryProfile right) = (_fitting[i], _fitting[j]);
                bool mayMerge = left.Articles.Count > 0 && right.Articles.Count > 0 && !(left.Settled && right.Settled);
                if (mayMerge && left.Likeness(right, rule) * Decay(left, right.First, right.Last) > rule.Merge)
                {
                    Merge(left, right);
                }
            }
        }
    }

    private void Merge(StoryProfile left, StoryProfile right)
    {
        bool leftStays = left.Settled || (!right.Settled && (left.Articles.Count, -left.Id).CompareTo((right.Articles.Count, -right.Id)) >= 0);
        (StoryProfile stays, StoryProfile goes) = leftStays ? (left, right) : (right, left);
        foreach (PlacedArticle placed in goes.Articles.ToArray())
        {
            Leave(placed);
            Join(stays, placed);
            _changed.Add(placed);
        }
    }

    // An article that founded a story and left it to the others leaves them the id as well.
    private long FreeId(long id)
    {
        while (_stories.ContainsKey(id))
        {
            id = ArticleId.Next(id);
        }

        return id;
    }

    private StoryProfile StoryOf(long id)
    {
        ref StoryProfile? story = ref CollectionsMarshal.GetValueRefOrAddDefault(_stories, id, out _);
        return story ??= new StoryProfile(id);
    }

    private void Join(StoryProfile story, PlacedArticle placed)
    {
        _index.Add(story, placed.Terms);
        story.Add(placed);
    }

    private void Leave(PlacedArticle placed)
    {
        if (placed.Story is not { } story)
        {
            return;
        }

        story.Remove(placed);
        if (story.Articles.Count == 0)
        {
            _index.Remove(story);
            _stories.Remove(story.Id);
        }
    }

    private void RemoveOldest()
    {
        PlacedArticle oldest = _articles.Dequeue();
        _statistics.Remove(oldest.Article.Vector);
        Leave(oldest);
    }
}

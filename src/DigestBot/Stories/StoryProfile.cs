using System.Runtime.InteropServices;

namespace DigestBot.Stories;

/// <summary>What a story is about: the sum of its articles' terms.</summary>
internal sealed class StoryProfile(long id)
{
    private readonly Dictionary<uint, float> _weights = [];
    private readonly List<PlacedArticle> _articles = [];
    private readonly List<long> _publishers = []; // one entry an article
    private double _squaredNorm;
    private int _settled;

    public long Id { get; } = id;

    /// <summary>Later than <see cref="Last"/> while no article has a time.</summary>
    public DateTimeOffset First { get; private set; } = DateTimeOffset.MaxValue;

    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    public IReadOnlyList<PlacedArticle> Articles => _articles;

    /// <summary>Whether an article holds it together that stays where it is.</summary>
    public bool Settled => _settled > 0;

    /// <summary>Which search last touched it, and the weight found so far: scratch of <see cref="StoryIndex"/>.</summary>
    public int Search { get; set; }

    /// <inheritdoc cref="Search"/>
    public float Overlap { get; set; }

    /// <summary>Terms of its articles, past ones included.</summary>
    public IReadOnlyCollection<uint> Hashes => _weights.Keys;

    public bool Has(uint hash) => _weights.ContainsKey(hash);

    public void Add(PlacedArticle placed)
    {
        Change(placed.Terms, 1);
        (placed.Story, placed.StoryId) = (this, Id);
        _articles.Add(placed);
        _publishers.Add(placed.Article.Publisher);
        _settled += placed.Settled ? 1 : 0;
        if (placed.Article.Effective is { } effective)
        {
            First = effective < First ? effective : First;
            Last = effective > Last ? effective : Last;
        }
    }

    public void Remove(PlacedArticle placed)
    {
        Change(placed.Terms, -1);
        placed.Story = null;
        _articles.Remove(placed);
        _publishers.Remove(placed.Article.Publisher);
        _settled -= placed.Settled ? 1 : 0;
    }

    /// <summary>Likeness of the article and the others of this story.</summary>
    public double Likeness(PlacedArticle placed)
    {
        double dot = 0;
        for (int i = 0; i < placed.Terms.Hashes.Length; i++)
        {
            dot += _weights.GetValueOrDefault(placed.Terms.Hashes[i]) * placed.Terms.Weights[i];
        }

        (int others, double squaredNorm) = (_articles.Count, _squaredNorm);
        if (placed.Story == this)
        {
            // As if it were not here: its own vector has length 1.
            squaredNorm += 1 - (2 * dot);
            dot -= 1;
            others--;
        }

        return others == 0
            ? 0
            : StoryRule.Likeness(dot / others, placed.Rule.Coherence(squaredNorm, others), placed.Rule.Expected);
    }

    /// <summary>Likeness of the two stories' articles.</summary>
    public double Likeness(StoryProfile other, StoryRule rule)
    {
        (StoryProfile small, StoryProfile large) = _weights.Count <= other._weights.Count ? (this, other) : (other, this);
        double dot = 0;
        foreach ((uint hash, float weight) in small._weights)
        {
            dot += weight * (double)large._weights.GetValueOrDefault(hash);
        }

        return StoryRule.Likeness(
            dot / ((double)_articles.Count * other._articles.Count),
            rule.Coherence(_squaredNorm, _articles.Count),
            rule.Coherence(other._squaredNorm, other._articles.Count));
    }

    /// <summary>Whether another of its articles comes from the same publisher.</summary>
    public bool HasOtherOf(PlacedArticle placed)
    {
        if (placed.Article.Publisher == 0)
        {
            return false;
        }

        int first = _publishers.IndexOf(placed.Article.Publisher);
        return first >= 0 && (placed.Story != this || _publishers.IndexOf(placed.Article.Publisher, first + 1) >= 0);
    }

    private void Change(StoryTerms terms, float sign)
    {
        for (int i = 0; i < terms.Hashes.Length; i++)
        {
            ref float weight = ref CollectionsMarshal.GetValueRefOrAddDefault(_weights, terms.Hashes[i], out _);
            double before = weight;
            weight += sign * terms.Weights[i];
            _squaredNorm += (weight * (double)weight) - (before * before);
        }
    }
}

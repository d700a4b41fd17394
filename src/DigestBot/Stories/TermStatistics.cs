using System.Runtime.InteropServices;
using DigestBot.Summaries;

namespace DigestBot.Stories;

/// <summary>How many articles of a window hold each term, and so which terms tell its events apart.</summary>
internal sealed class TermStatistics
{
    /// <summary>Terms kept of an article: enough to know an event by, few enough to compare thousands a second.</summary>
    private const int MaxTerms = 32;

    private const double TitleWeight = 2;

    // Before many articles are counted, rarity says nothing: this many are assumed to be there already.
    private const double AssumedArticles = 50;

    private readonly Dictionary<uint, int> _articlesWith = [];
    private int _articles;

    public void Add(TermVector vector)
    {
        _articles++;
        foreach (uint hash in vector.Hashes)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_articlesWith, hash, out _)++;
        }
    }

    public void Remove(TermVector vector)
    {
        _articles--;
        foreach (uint hash in vector.Hashes)
        {
            ref int count = ref CollectionsMarshal.GetValueRefOrNullRef(_articlesWith, hash);
            if (--count == 0)
            {
                _articlesWith.Remove(hash);
            }
        }
    }

    /// <summary>The strongest terms by tf-idf, title words doubled, as a unit vector.</summary>
    public StoryTerms Strongest(TermVector vector)
    {
        ReadOnlySpan<uint> hashes = vector.Hashes;
        var weights = new double[hashes.Length];
        var keys = new uint[hashes.Length];
        for (int i = 0; i < hashes.Length; i++)
        {
            keys[i] = hashes[i];
            weights[i] = -Weight(vector, hashes[i]); // ascending sort puts the strongest first
        }

        Array.Sort(weights, keys);
        int count = Math.Min(MaxTerms, keys.Length);
        double norm = Math.Sqrt(weights.Take(count).Sum(weight => weight * weight));
        (uint Hash, float Weight)[] kept = [.. Enumerable.Range(0, count)
            .Select(i => (keys[i], (float)(-weights[i] / norm)))
            .OrderBy(term => term.Item1)];
        return new StoryTerms([.. kept.Select(term => term.Hash)], [.. kept.Select(term => term.Weight)]);
    }

    private double Weight(TermVector vector, uint hash)
    {
        double idf = Math.Log(1 + ((_articles + AssumedArticles) / (_articlesWith.GetValueOrDefault(hash) + 0.5)));
        return (1 + Math.Log(vector.Count(hash))) * idf * (vector.InTitle(hash) ? TitleWeight : 1);
    }
}

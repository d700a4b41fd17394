using System.Runtime.InteropServices;
using DigestBot.Summaries;

namespace DigestBot.Stories;

/// <summary>How many articles of a window hold each term, and so which terms tell its events apart.</summary>
internal sealed class TermStatistics
{
    /// <summary>Terms kept of an article: enough to know an event by, few enough to compare thousands a second.</summary>
    private const int MaxTerms = 40;

    private const float TitleWeight = 1.5f;

    // Two fires, two trials, two results differ in their numbers before anything else.
    private const float NumberWeight = 2;

    // Before many articles are counted, the window's own rarity says nothing: so many articles of news in general are
    // assumed to be in it already.
    private const double AssumedArticles = 500;

    private const float LeastIdf = 0.1f;

    private static readonly float[] Damped = [0, .. Enumerable.Range(1, TermVector.MaxCount).Select(count => 1 + MathF.Log(count))];

    private readonly Dictionary<uint, int> _articlesWith = [];
    private readonly PriorityQueue<uint, (float Weight, uint Hash)> _strongest = new(MaxTerms + 1);
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

    /// <summary>The strongest terms by tf-idf, title words and numbers weighing more, as a unit vector; empty for no terms.</summary>
    public StoryTerms Strongest(TermVector vector)
    {
        float articles = (float)Math.Log(_articles + AssumedArticles);
        for (int i = 0; i < vector.Hashes.Length; i++)
        {
            uint hash = vector.Hashes[i];
            (float, uint) priority = (Weight(vector, i, articles), hash);
            if (_strongest.Count < MaxTerms)
            {
                _strongest.Enqueue(hash, priority);
            }
            else
            {
                _strongest.EnqueueDequeue(hash, priority);
            }
        }

        return Unit();
    }

    private StoryTerms Unit()
    {
        (uint[] hashes, float[] weights) = (new uint[_strongest.Count], new float[_strongest.Count]);
        float squares = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            _strongest.TryDequeue(out hashes[i], out (float Weight, uint) priority);
            weights[i] = priority.Weight;
            squares += weights[i] * weights[i];
        }

        float norm = MathF.Sqrt(squares);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] /= norm;
        }

        return new StoryTerms(hashes, weights);
    }

    private float Weight(TermVector vector, int index, float logArticles)
    {
        uint hash = vector.Hashes[index];
        double articlesWith = _articlesWith.GetValueOrDefault(hash) + (CommonStems.ShareOf(hash) * AssumedArticles) + 0.5;
        float idf = Math.Max(LeastIdf, logArticles - (float)Math.Log(articlesWith));
        float title = vector.InTitleAt(index) ? TitleWeight : 1;
        return Damped[vector.CountAt(index)] * idf * title * (NumberTerms.Contains(hash) ? NumberWeight : 1);
    }
}

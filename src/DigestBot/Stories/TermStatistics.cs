using System.Runtime.InteropServices;
using DigestBot.Summaries;

namespace DigestBot.Stories;

/// <summary>How many articles of a window hold each term, and so which terms tell its events apart.</summary>
internal sealed class TermStatistics
{
    /// <summary>Terms kept of an article: enough to know an event by, few enough to compare thousands a second.</summary>
    private const int MaxTerms = 32;

    private const float TitleWeight = 2;

    // Before many articles are counted, rarity says nothing: this many are assumed to be there already.
    private const double AssumedArticles = 500;

    private static readonly float[] Damped = [0, .. Enumerable.Range(1, TermVector.MaxCount).Select(count => 1 + MathF.Log(count))];

    private readonly Dictionary<uint, int> _articlesWith = [];
    private readonly PriorityQueue<uint, float> _strongest = new(MaxTerms + 1);
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
        float articles = (float)Math.Log(_articles + AssumedArticles);
        for (int i = 0; i < vector.Hashes.Length; i++)
        {
            float weight = Weight(vector, i, articles);
            if (_strongest.Count < MaxTerms)
            {
                _strongest.Enqueue(vector.Hashes[i], weight);
            }
            else
            {
                _strongest.EnqueueDequeue(vector.Hashes[i], weight);
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
            _strongest.TryDequeue(out hashes[i], out weights[i]);
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
        float idf = Math.Max(0.1f, logArticles - MathF.Log(_articlesWith.GetValueOrDefault(vector.Hashes[index]) + 0.5f));
        return Damped[vector.CountAt(index)] * idf * (vector.InTitleAt(index) ? TitleWeight : 1);
    }
}

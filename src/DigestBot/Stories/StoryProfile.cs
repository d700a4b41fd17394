using System.Runtime.InteropServices;

namespace DigestBot.Stories;

/// <summary>What a story is about: the sum of its articles' terms.</summary>
internal sealed class StoryProfile(long id)
{
    private readonly Dictionary<uint, float> _weights = [];
    private double _squaredNorm;

    public long Id { get; } = id;

    public DateTimeOffset First { get; private set; } = DateTimeOffset.MaxValue;

    public DateTimeOffset Last { get; private set; } = DateTimeOffset.MinValue;

    public int Articles { get; private set; }

    /// <summary>Which search last touched it, and the weight found so far: scratch of <see cref="StoryIndex"/>.</summary>
    public int Search { get; set; }

    /// <inheritdoc cref="Search"/>
    public float Overlap { get; set; }

    /// <summary>Terms of its articles, past ones included.</summary>
    public IReadOnlyCollection<uint> Hashes => _weights.Keys;

    public bool Has(uint hash) => _weights.ContainsKey(hash);

    public void Add(StoryTerms terms, DateTimeOffset effective)
    {
        Change(terms, 1);
        Articles++;
        First = effective < First ? effective : First;
        Last = effective > Last ? effective : Last;
    }

    public void Remove(StoryTerms terms)
    {
        Change(terms, -1);
        Articles--;
    }

    /// <summary>Cosine of an article's terms and the story's, 0 to 1.</summary>
    public double Similarity(StoryTerms terms)
    {
        double dot = 0;
        for (int i = 0; i < terms.Hashes.Length; i++)
        {
            dot += _weights.GetValueOrDefault(terms.Hashes[i]) * terms.Weights[i];
        }

        return _squaredNorm <= 0 ? 0 : dot / Math.Sqrt(_squaredNorm);
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

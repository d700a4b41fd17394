namespace DigestBot.Summaries;

/// <summary>The sentences as unit vectors over one vocabulary: terms weighted by how rare they are among the sentences.</summary>
internal sealed class SentenceVectors
{
    // Stands in for the length of a sentence without terms.
    private const double Tiny = 1e-9;

    private readonly List<Candidate> _candidates;
    private readonly double[] _scale; // of each sentence: 1 / length of its weighted vector
    private readonly int[] _marked; // by term: the last sentence it was seen in, + 1

    public SentenceVectors(List<Candidate> candidates, int terms)
    {
        _candidates = candidates;
        _marked = new int[terms];
        Weights = Rarity();
        _scale = new double[candidates.Count];
        for (int i = 0; i < _scale.Length; i++)
        {
            double sum = 0;
            foreach (int term in candidates[i].Terms)
            {
                sum += Weights[term] * Weights[term];
            }

            _scale[i] = 1 / Math.Max(Math.Sqrt(sum), Tiny);
        }
    }

    /// <summary>Of each term.</summary>
    public double[] Weights { get; }

    /// <summary>Length of a vector whose product with itself this is; never 0.</summary>
    public static double Length(double square) => Math.Max(Math.Sqrt(Math.Max(square, 0)), Tiny);

    /// <summary>Product of a sentence's unit vector with a sum of such vectors.</summary>
    public double Dot(double[] sum, int sentence)
    {
        double dot = 0;
        foreach (int term in _candidates[sentence].Terms)
        {
            dot += sum[term] * Weights[term];
        }

        return dot * _scale[sentence];
    }

    public void AddTo(double[] sum, int sentence, int sign = 1)
    {
        double factor = sign * _scale[sentence];
        foreach (int term in _candidates[sentence].Terms)
        {
            sum[term] += Weights[term] * factor;
        }
    }

    /// <summary>Weighted share of the wanted terms that the sentence has; -1 among them is a term that no sentence has.</summary>
    public double Share(int[] wanted, int sentence)
    {
        if (wanted.Length == 0)
        {
            return 0;
        }

        Mark(sentence);
        return ShareOfMarked(wanted, sentence);
    }

    /// <summary>Makes the terms of a sentence known to <see cref="ShareOfMarked"/>.</summary>
    public void Mark(int sentence)
    {
        foreach (int term in _candidates[sentence].Terms)
        {
            _marked[term] = sentence + 1;
        }
    }

    /// <summary>As <see cref="Share"/>, of the sentence that was marked last.</summary>
    public double ShareOfMarked(int[] wanted, int sentence)
    {
        double all = 0, had = 0;
        foreach (int term in wanted)
        {
            double weight = term < 0 ? 1 : Weights[term];
            all += weight;
            had += term >= 0 && _marked[term] == sentence + 1 ? weight : 0;
        }

        return all > 0 ? had / all : 0;
    }

    // How rare a term is among the sentences, damped by a square root: with so few sentences rarity is a rough guess.
    private double[] Rarity()
    {
        int[] sentences = new int[_marked.Length];
        for (int i = 0; i < _candidates.Count; i++)
        {
            foreach (int term in _candidates[i].Terms)
            {
                sentences[term] += _marked[term] == i + 1 ? 0 : 1;
                _marked[term] = i + 1;
            }
        }

        Array.Clear(_marked);
        return Array.ConvertAll(sentences, count => Math.Sqrt(Math.Log(1 + ((double)_candidates.Count / count))));
    }
}

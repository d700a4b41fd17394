namespace DigestBot.Summaries;

/// <summary>Tells whether a sentence repeats what is taken, by bigrams of stems.</summary>
/// <remarks>
/// A sentence may share less than 40 % of its own with all that is taken (Ghalandari et al. 2020), nor contain most of one
/// sentence that is taken. A shared trigram alone does not block: names make those. A figure is told once.
/// </remarks>
internal sealed class Repetition(int vocabulary)
{
    private const double MaxKnown = 0.4;
    private const double MaxContained = 0.6;

    private readonly Dictionary<long, int> _bigrams = []; // to the taken sentence that had it first
    private readonly bool[] _terms = new bool[vocabulary]; // those that are taken
    private readonly HashSet<int> _figures = [];
    private readonly List<int> _owners = [];
    private readonly List<int> _lengths = []; // bigrams of each taken sentence

    /// <summary>Share of these terms that were taken, 0 to 1.</summary>
    public double Known(int[] terms)
    {
        int known = 0;
        foreach (int term in terms)
        {
            known += _terms[term] ? 1 : 0;
        }

        return (double)known / Math.Max(1, terms.Length);
    }

    public bool Repeats(Candidate candidate) =>
        (_figures.Count > 0 && Array.Exists(candidate.Figures, _figures.Contains)) || Repeats(candidate.Terms);

    private bool Repeats(int[] terms)
    {
        if (terms.Length < 3)
        {
            return _lengths.Count > 0 && Known(terms) == 1;
        }

        _owners.Clear();
        for (int i = 0; i + 1 < terms.Length; i++)
        {
            if (_terms[terms[i]] && _terms[terms[i + 1]] && _bigrams.TryGetValue(Bigram(terms[i], terms[i + 1]), out int owner))
            {
                _owners.Add(owner);
            }
        }

        return _owners.Count > 0 && (_owners.Count >= MaxKnown * (terms.Length - 1) || ContainsOneTaken());
    }

    public void Add(Candidate candidate)
    {
        _figures.UnionWith(candidate.Figures);
        Add(candidate.Terms);
    }

    private void Add(int[] terms)
    {
        for (int i = 0; i < terms.Length; i++)
        {
            _terms[terms[i]] = true;
            if (i + 1 < terms.Length)
            {
                _bigrams.TryAdd(Bigram(terms[i], terms[i + 1]), _lengths.Count);
            }
        }

        _lengths.Add(terms.Length - 1);
    }

    private bool ContainsOneTaken()
    {
        _owners.Sort();
        int run = 0;
        for (int i = 0; i < _owners.Count; i++)
        {
            run = i > 0 && _owners[i] == _owners[i - 1] ? run + 1 : 1;
            if (run >= MaxContained * _lengths[_owners[i]])
            {
                return true;
            }
        }

        return false;
    }

    private static long Bigram(int first, int second) => ((long)first << 32) | (uint)second;
}

using System.Numerics;

namespace DigestBot.Summaries;

/// <summary>Scores the passages for one question.</summary>
internal sealed class PassageScorer
{
    // Chosen on the rank and answer tuning sets, see bench/results.
    private const double NameFactor = 1.3;
    private const double PairFactor = 0.5;
    private const double TypeBonus = 0.25;
    private const double BeforeFactor = 0.25;
    private const double AfterFactor = 0.15;
    private const double WrongTypeFactor = 0.75;

    private readonly Question _question;
    private readonly PassageMatch[] _matches;
    private readonly double[] _weights;
    private readonly double _total;

    public PassageScorer(Question question, IReadOnlyList<string> passages, Func<string, double>? idf, IReadOnlyList<TextLanguage>? languages = null)
    {
        if (languages is not null && languages.Count != passages.Count)
        {
            throw new ArgumentException("There must be one language for each passage.", nameof(languages));
        }

        TextLanguage common = languages is null ? LanguageFinder.Of(passages) : TextLanguage.General;
        _question = question;
        _matches = new PassageMatch[passages.Count];
        for (int i = 0; i < _matches.Length; i++)
        {
            _matches[i] = PassageMatch.Of(passages[i], question, languages is null ? common : languages[i]);
        }

        _weights = [.. Enumerable.Range(0, question.Terms.Count).Select(i => Weight(i, idf))];
        _total = _weights.Sum();
    }

    public Question Question => _question;

    public IReadOnlyList<PassageMatch> Matches => _matches;

    public RankedPassage[] Score() => [.. Enumerable.Range(0, _matches.Length).Select(Score)];

    public double Answerable()
    {
        double best = 0;
        for (int i = 0; i < _matches.Length; i++)
        {
            best = Math.Max(best, Coverage(i) * (HasType(i) ? 1 : WrongTypeFactor));
        }

        return best;
    }

    public RankedPassage Score(int index)
    {
        if (_total <= 0)
        {
            return new RankedPassage(index, 0, 0);
        }

        PassageMatch match = _matches[index];
        double coverage = Coverage(index);
        double pairs = PairFactor * Sum(match.Pairs) / _total;
        double bonus = _question.Expected != AnswerType.Any && HasType(index) ? TypeBonus * coverage : 0;
        return new RankedPassage(index, coverage + pairs + bonus, coverage);
    }

    /// <summary>Share of the question that these terms are.</summary>
    public double Share(ulong terms) => _total <= 0 ? 0 : Sum(terms) / _total;

    // What the passage lacks its neighbours may have: the name that "he" stands for.
    private double Coverage(int index)
    {
        if (_total <= 0)
        {
            return 0;
        }

        ulong own = _matches[index].Terms;
        if (own == 0)
        {
            return 0;
        }

        ulong before = index > 0 ? _matches[index - 1].Terms & ~own : 0;
        ulong after = index + 1 < _matches.Length ? _matches[index + 1].Terms & ~own & ~before : 0;
        return Math.Min(1, (Sum(own) + (BeforeFactor * Sum(before)) + (AfterFactor * Sum(after))) / _total);
    }

    public bool HasType(int index) =>
        _question.Expected == AnswerType.Any || (_matches[index].Offered & _question.Expected) != 0;

    private double Sum(ulong terms)
    {
        double sum = 0;
        for (ulong rest = terms; rest != 0; rest &= rest - 1)
        {
            sum += _weights[BitOperations.TrailingZeroCount(rest)];
        }

        return sum;
    }

    private double Weight(int term, Func<string, double>? idf)
    {
        double weight = idf?.Invoke(_question.Terms[term].Stem) ?? Idf(term);
        return Math.Max(0, weight) * (_question.IsName(term) ? NameFactor : 1);
    }

    private double Idf(int term)
    {
        int have = _matches.Count(match => (match.Terms >> term & 1) != 0);
        return Math.Log(1 + ((_matches.Length - have + 0.5) / (have + 0.5)));
    }
}

using System.Numerics;
using static DigestBot.Summaries.PassageFeature;

namespace DigestBot.Summaries;

/// <summary>Describes the passages under a question.</summary>
internal sealed class PassageFeatureReader
{
    private const double Unknown = -1;
    private const int MostTerms = 60;
    private const int MostPassages = 40;

    private readonly PassageScorer _scorer;
    private readonly Question _question;
    private readonly RankedPassage[] _untrained;
    private readonly FeatureTable _table;
    private readonly ulong _names;
    private readonly double _news;
    private readonly ulong[] _earlier;
    private readonly ulong[] _later;

    private PassageFeatureReader(PassageScorer scorer)
    {
        _scorer = scorer;
        _question = scorer.Question;
        _untrained = scorer.Score();
        _table = new(scorer.Matches.Count, FeatureTable.WidthOf<PassageFeature>());
        for (int term = 0; term < _question.Terms.Count; term++)
        {
            _names |= _question.IsName(term) ? 1UL << term : 0;
            _news += _question.NewsWeight(term);
        }

        // The terms of all passages before and behind each.
        (_earlier, _later) = (new ulong[scorer.Matches.Count], new ulong[scorer.Matches.Count]);
        for (int row = 1; row < _earlier.Length; row++)
        {
            _earlier[row] = _earlier[row - 1] | scorer.Matches[row - 1].Terms;
            _later[^(row + 1)] = _later[^row] | scorer.Matches[_earlier.Length - row].Terms;
        }
    }

    /// <summary>One row for each passage, in their order.</summary>
    /// <param name="scorer">Has read the passages.</param>
    /// <param name="usePlace">Whether they stand in the order of a text, from its beginning.</param>
    public static FeatureTable Read(PassageScorer scorer, bool usePlace)
    {
        var reader = new PassageFeatureReader(scorer);
        int passages = scorer.Matches.Count;
        for (int row = 0; row < passages; row++)
        {
            reader.ReadQuestion(row);
            reader.ReadOverlap(row, scorer.Matches[row]);
            reader.ReadSurface(row, scorer.Matches[row]);
            reader.Set(row, Place, usePlace ? Math.Min(row, MostPassages) : Unknown);
            reader.Set(row, RelativePlace, usePlace ? (double)row / passages : Unknown);
            reader.ReadElsewhere(row, scorer.Matches[row], usePlace);
            reader.ReadLacking(row, scorer.Matches[row]);
            reader.Set(row, Passages, usePlace ? Math.Min(passages, MostPassages) : Unknown);
        }

        reader.Compare();
        return reader._table;
    }

    /// <summary>Adds to the row of the best passage what no passage has.</summary>
    public static void ReadUnsaid(PassageScorer scorer, FeatureTable best)
    {
        var reader = new PassageFeatureReader(scorer);
        (ulong said, ulong like) = (0, 0);
        foreach (PassageMatch match in scorer.Matches)
        {
            said |= match.Terms;
            like |= match.Similar;
        }

        best.Set(0, (int)Unsaid, 1 - reader.InNews(said));
        best.Set(0, (int)UnsaidNames, BitOperations.PopCount(reader._names & ~said));
        best.Set(0, (int)Denies, reader._question.Denies ? 1 : 0);
        best.Set(0, (int)QuestionWords, reader._question.Words);
        best.Set(0, (int)Passages, Math.Min(scorer.Matches.Count, MostPassages));
        best.Set(0, (int)Unlike, reader._question.Terms.Count - BitOperations.PopCount(like));
    }

    private void ReadQuestion(int row)
    {
        Set(row, Kind, BitOperations.Log2((uint)_question.Expected << 1 | 1));
        Set(row, QuestionTerms, _question.Terms.Count);
        Set(row, AsksDefinition, _question.AsksDefinition);
    }

    private void ReadOverlap(int row, PassageMatch match)
    {
        ulong before = row > 0 ? _scorer.Matches[row - 1].Terms & ~match.Terms : 0;
        ulong after = row + 1 < _scorer.Matches.Count ? _scorer.Matches[row + 1].Terms & ~match.Terms & ~before : 0;
        Set(row, Coverage, _scorer.Share(match.Terms));
        Set(row, Before, _scorer.Share(before));
        Set(row, After, _scorer.Share(after));
        Set(row, CoverageAround, _untrained[row].Coverage);
        Set(row, CoverageInNews, InNews(match.Terms));
        Set(row, Pairs, _scorer.Share(match.Pairs));
        Set(row, Similar, _scorer.Share(match.Similar));
        Set(row, UntrainedScore, _untrained[row].Score);
        Set(row, Names, _names == 0 ? 1 : (double)BitOperations.PopCount(match.Terms & _names) / BitOperations.PopCount(_names));
        Set(row, FirstTerm, (match.Terms & 1) != 0);
        Set(row, LastTerm, _question.Terms.Count > 0 && (match.Terms >> (_question.Terms.Count - 1) & 1) != 0);
    }

    private void ReadSurface(int row, PassageMatch match)
    {
        Set(row, LongestRun, match.LongestRun);
        Set(row, HasKind, _question.Expected == AnswerType.Any ? 0.5 : _scorer.HasType(row) ? 1 : 0);
        Set(row, OtherNumbers, match.OtherNumbers);
        Set(row, OtherNames, match.OtherNames);
        Set(row, Length, Math.Min(match.Length, MostTerms));
        Set(row, Density, match.Length == 0 ? 0 : (double)match.Matches / match.Length);
        Set(row, Window, match.First < 0 ? 0 : Math.Min(match.Last - match.First + 1, MostTerms));
        Set(row, FirstMatch, match.First < 0 ? MostTerms : Math.Min(match.First, MostTerms));
        Set(row, KindDistance, Math.Min(match.KindDistance, PassageMatcher.Far));
        Set(row, Around, match.Around);
        Set(row, FocusGap, match.FocusGap);
        Set(row, LongestName, match.LongestName);
        Set(row, Repeated, match.Matches - BitOperations.PopCount(match.Terms));
        Set(row, Leans, match.Leans);
        Set(row, Defines, match.Defines);
    }

    private void ReadElsewhere(int row, PassageMatch match, bool usePlace)
    {
        (ulong earlier, ulong later) = (_earlier[row], _later[row]);
        Set(row, Earlier, usePlace ? _scorer.Share(earlier & ~match.Terms) : Unknown);
        Set(row, Later, usePlace ? _scorer.Share(later & ~match.Terms & ~earlier) : Unknown);
        Set(row, OnlyHere, _scorer.Share(match.Terms & ~earlier & ~later));
    }

    private void ReadLacking(int row, PassageMatch match)
    {
        double rarest = 0;
        for (int term = 0; term < _question.Terms.Count; term++)
        {
            rarest = (match.Terms >> term & 1) == 0 ? Math.Max(rarest, _question.NewsWeight(term)) : rarest;
        }

        Set(row, RarestMissing, rarest);
        Set(row, MissingNames, BitOperations.PopCount(_names & ~match.Terms));
        Set(row, Missing, _question.Terms.Count - BitOperations.PopCount(match.Terms));
    }

    // With the other passages.
    private void Compare()
    {
        double[] coverage = [.. Enumerable.Range(0, _untrained.Length).Select(row => (double)_table[row, (int)Coverage])];
        double[] sorted = [.. coverage.OrderDescending()];
        double best = sorted.ElementAtOrDefault(0), bestScore = _untrained.Select(passage => passage.Score).DefaultIfEmpty().Max();
        double[] scores = [.. _untrained.Select(passage => passage.Score).OrderDescending()];
        for (int row = 0; row < _untrained.Length; row++)
        {
            double other = coverage[row] >= best ? sorted.ElementAtOrDefault(1) : best;
            Set(row, OfBest, best > 0 ? coverage[row] / best : 0);
            Set(row, Lead, coverage[row] - other);
            Set(row, Untrained, bestScore > 0 ? _untrained[row].Score / bestScore : 0);
            Set(row, Rank, Math.Min(MostPassages, Array.IndexOf(scores, _untrained[row].Score)));
        }
    }

    private double InNews(ulong terms)
    {
        double sum = 0;
        for (ulong rest = terms; rest != 0; rest &= rest - 1)
        {
            sum += _question.NewsWeight(BitOperations.TrailingZeroCount(rest));
        }

        return _news > 0 ? sum / _news : 0;
    }

    private void Set(int row, PassageFeature feature, double value) => _table.Set(row, (int)feature, value);

    private void Set(int row, PassageFeature feature, bool value) => Set(row, feature, value ? 1 : 0);
}

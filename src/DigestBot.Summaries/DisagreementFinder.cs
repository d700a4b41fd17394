namespace DigestBot.Summaries;

/// <summary>Finds where reports on one event count the same thing and differ; never says who is right.</summary>
/// <remarks>
/// English only, and precise rather than complete: what is counted, what happened to it and what else the sentences say have to
/// agree. Chosen by reading what was found on published stories, see bench/results.
/// Deterministic, free of culture, safe to call from any thread.
/// </remarks>
public static class DisagreementFinder
{
    private const int LeastShared = 3;
    private const double LeastShare = 0.2;
    private const double LeastShareOfThings = 0.55;
    private const int MostSentences = 200;

    // Epidemics and wars are counted for a town, a country or the world, and seldom is it said for which.
    private const long MostOfFate = 2000;

    // Later, a count has grown rather than been contradicted.
    private static readonly TimeSpan Near = TimeSpan.FromHours(24);

    /// <summary>Pairs of sentences whose figures differ, the most alike first; each figure is in one pair at most.</summary>
    /// <param name="sources">Articles on one event, their ids distinct; those of one <see cref="SourceText.Publisher"/> are not held against each other.</param>
    /// <param name="most">At most so many pairs, 1 or more.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one pair is asked for.</exception>
    public static IReadOnlyList<Disagreement> Find(IReadOnlyList<SourceText> sources, int most)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (sources.All(source => source.Publisher is { } publisher && publisher == sources[0].Publisher))
        {
            return [];
        }

        SourceText[] ordered = [.. sources.OrderBy(source => source.Published ?? DateTimeOffset.MaxValue)];
        FigureSentence[] sentences = [.. ordered.SelectMany(Read).Take(MostSentences)];
        var pairs = new List<FigurePair>();
        foreach (FigureSentence second in sentences)
        {
            foreach (FigureSentence first in sentences.TakeWhile(sentence => sentence.Source < second.Source))
            {
                if (AreNear(ordered[first.Source], ordered[second.Source]) && Pair(first, second, sentences) is { } pair)
                {
                    pairs.Add(pair);
                }
            }
        }

        return Best(pairs, most, ordered);
    }

    /// <summary>Whether a question asks for a figure, on which reports may differ: "How many…", "What number…".</summary>
    /// <param name="question">In plain words; English.</param>
    /// <exception cref="ArgumentNullException">The question is null.</exception>
    public static bool IsFigureAskedBy(string question)
    {
        ArgumentNullException.ThrowIfNull(question);

        return new Question(question).Expected == AnswerType.Number;
    }

    private static List<FigureSentence> Read(SourceText source, int index)
    {
        var sentences = new List<FigureSentence>();
        bool keepNames = TextAnalyzer.HasLowerCase(source.Text);
        foreach (TextSpan span in SentenceSplitter.Split(source.Text))
        {
            if (span.Length <= SentenceGrader.MaxLength
                && SentenceGrader.Grade(source.Text.AsSpan(span.Start, span.Length), terms: 5, caseless: !keepNames) == SentenceGrade.Quotable
                && FigureSentence.Read(index, span, source.Text, keepNames) is { } sentence)
            {
                sentences.Add(sentence);
            }
        }

        return sentences;
    }

    private static bool AreNear(SourceText first, SourceText second) =>
        (first.Publisher is null || first.Publisher != second.Publisher)
        && (first.Published is not { } one || second.Published is not { } other || (other - one).Duration() <= Near);

    private static FigurePair? Pair(FigureSentence first, FigureSentence second, FigureSentence[] all)
    {
        foreach (Figure left in first.Figures)
        {
            foreach (Figure right in second.Figures)
            {
                if (left.Counts == right.Counts
                    && left.Differs(right) && Math.Max(left.Value, right.Value) <= Most(left)
                    && IsAlone(left, first) && IsAlone(right, second)
                    && Likeness(first, second, left, right) is { } likeness
                    && (likeness.IsExplicit || !(Knows(all, first.Source, right) || Knows(all, second.Source, left))))
                {
                    return new(first, second, left, right, likeness.Share);
                }
            }
        }

        return null;
    }

    private static long Most(Figure figure) => figure.IsFate ? MostOfFate : long.MaxValue;

    // Two counts of one thing in a sentence are a count of two things.
    private static bool IsAlone(Figure figure, FigureSentence sentence) => sentence.Figures.Count(other => other.Counts == figure.Counts) == 1;

    // Who reports the other figure as well counts two things, or tells how the count went on.
    private static bool Knows(FigureSentence[] all, int source, Figure figure) => all.Any(sentence =>
        sentence.Source == source && sentence.Figures.Any(other => other.Counts == figure.Counts && other.Value == figure.Value));

    private static (double Share, bool IsExplicit)? Likeness(FigureSentence first, FigureSentence second, Figure left, Figure right)
    {
        int shared = first.Stems.Count(second.Stems.Contains);
        double share = (double)shared / Math.Min(first.Stems.Count, second.Stems.Count);
        bool named = first.Names.Overlaps(second.Names);
        bool isExplicit = (first.Compares && first.Numbers.Contains(right.Value)) || (second.Compares && second.Numbers.Contains(left.Value));
        double least = left.IsFate ? LeastShare : LeastShareOfThings;
        return (isExplicit && shared >= 2) || (named && shared >= LeastShared && share >= least) ? (share, isExplicit) : null;
    }

    private static List<Disagreement> Best(List<FigurePair> pairs, int most, SourceText[] sources)
    {
        var told = new HashSet<(int, string)>();
        var best = new List<Disagreement>();
        foreach (FigurePair pair in pairs
            .OrderByDescending(pair => pair.Share)
            .ThenBy(pair => pair.First.Source).ThenBy(pair => pair.First.Span.Start)
            .ThenBy(pair => pair.Second.Source).ThenBy(pair => pair.Second.Span.Start))
        {
            if (best.Count < most && !told.Contains((pair.First.Source, pair.Left.Counts)) && !told.Contains((pair.Second.Source, pair.Right.Counts)))
            {
                told.Add((pair.First.Source, pair.Left.Counts));
                told.Add((pair.Second.Source, pair.Right.Counts));
                best.Add(new(Quote(pair.First, pair.Left, sources), Quote(pair.Second, pair.Right, sources)));
            }
        }

        return best;
    }

    private static FigureQuote Quote(FigureSentence sentence, Figure figure, SourceText[] sources)
    {
        SourceText source = sources[sentence.Source];
        return new(source.Id, sentence.Span.Start, sentence.Span.Length, sentence.Span.Of(source.Text), figure.Value);
    }

    /// <summary>Two sentences that may differ.</summary>
    private sealed record FigurePair(FigureSentence First, FigureSentence Second, Figure Left, Figure Right, double Share);
}

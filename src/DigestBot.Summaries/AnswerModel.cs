namespace DigestBot.Summaries;

/// <summary>The trained way: how likely each passage answers the question, and whether the best one does.</summary>
/// <param name="Passages">Gives a passage's value, about 0 to 1.</param>
/// <param name="Answerable">Gives that of the best passage, about 0 to 1; null while the other is trained.</param>
internal sealed record AnswerModel(BoostedTrees Passages, BoostedTrees? Answerable)
{
    // Tried: 0, 2, 4.
    private const double StartFactor = 2;

    private static readonly Lazy<AnswerModel> Known = new(() => new(
        BoostedTrees.Embedded<PassageFeature>("answer.trees"), BoostedTrees.Embedded<PassageFeature>("answerable.trees")));

    public static AnswerModel Embedded => Known.Value;

    /// <summary>0 to 1 for each passage; only the order within one question means something.</summary>
    public double[] Score(PassageScorer scorer, bool usePlace) =>
        [.. Score(PassageFeatureReader.Read(scorer, usePlace)).Select(score => 1 / (1 + Math.Exp(-score)))];

    /// <summary>What the trees add to: the order without training.</summary>
    public static double[] Start(FeatureTable table)
    {
        double[] scores = new double[table.Rows];
        for (int row = 0; row < scores.Length; row++)
        {
            scores[row] = StartFactor * table[row, (int)PassageFeature.UntrainedScore];
        }

        return scores;
    }

    private double[] Score(FeatureTable table)
    {
        double[] scores = Start(table), added = Passages.Predict(table);
        for (int row = 0; row < scores.Length; row++)
        {
            scores[row] += added[row];
        }

        return scores;
    }

    /// <summary>How likely one of the passages answers.</summary>
    public double AnswerableFrom(PassageScorer scorer) =>
        scorer.Matches.Count == 0 ? 0 : Math.Clamp(Answerable!.Predict(BestOf(scorer))[0], 0, 1);

    /// <summary>One row for the best passage.</summary>
    public FeatureTable BestOf(PassageScorer scorer)
    {
        FeatureTable all = PassageFeatureReader.Read(scorer, usePlace: false);
        double[] scores = Score(all);
        int best = Array.IndexOf(scores, scores.Max());
        var row = new FeatureTable(1, all.Width);
        for (int feature = 0; feature < all.Width; feature++)
        {
            row.Set(0, feature, all[best, feature]);
        }

        row.Set(0, (int)PassageFeature.BestScore, scores[best]);
        row.Set(0, (int)PassageFeature.NextScore, scores.Where((_, i) => i != best).DefaultIfEmpty(scores[best]).Max());
        PassageFeatureReader.ReadUnsaid(scorer, row);
        return row;
    }
}

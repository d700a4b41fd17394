namespace DigestBot.Evaluation;

/// <summary>One figure of a task, computable over any selection of its items, as a bootstrap needs it.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Items">How many items there are.</param>
/// <param name="Over">The figure over the items with these numbers, repetitions counting.</param>
internal sealed record Figure(string Name, int Items, Func<IReadOnlyList<int>, double> Over)
{
    public double Value => Over([.. Enumerable.Range(0, Items)]);

    /// <summary>A figure that is the mean of a value of each item.</summary>
    public static Figure Mean(string name, IReadOnlyList<double> values) =>
        new(name, values.Count, items => items.Count == 0 ? 0 : items.Sum(item => values[item]) / items.Count);

    /// <summary>A figure that is a share of counts which add up over the items.</summary>
    public static Figure Share(string name, IReadOnlyList<(double Part, double Whole)> values) =>
        new(name, values.Count, items =>
        {
            double whole = items.Sum(item => values[item].Whole);
            return whole > 0 ? items.Sum(item => values[item].Part) / whole : 0;
        });

    /// <summary>The harmonic mean of two figures over the same items.</summary>
    public static Figure F1(string name, Figure precision, Figure recall) =>
        new(name, precision.Items, items =>
        {
            double p = precision.Over(items), r = recall.Over(items);
            return p + r > 0 ? 2 * p * r / (p + r) : 0;
        });

    /// <summary>The area under the ROC curve: how often an item that should score high outscores one that should not.</summary>
    public static Figure Auc(string name, IReadOnlyList<(double Score, bool Positive)> values) =>
        new(name, values.Count, items => Auc(items.Select(item => values[item])));

    // By rank sums, ties at their mean rank (Mann and Whitney 1947).
    private static double Auc(IEnumerable<(double Score, bool Positive)> values)
    {
        (double Score, bool Positive)[] sorted = [.. values.OrderBy(value => value.Score)];
        double positives = sorted.Count(value => value.Positive), rankSum = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end].Score.Equals(sorted[start].Score))
            {
                end++;
            }

            double meanRank = (start + 1 + end) / 2.0;
            rankSum += meanRank * sorted[start..end].Count(value => value.Positive);
        }

        double pairs = positives * (sorted.Length - positives);
        return pairs > 0 ? (rankSum - (positives * (positives + 1) / 2)) / pairs : 0.5;
    }
}

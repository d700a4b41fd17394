using System.Numerics;

namespace DigestBot.Summaries;

/// <summary>A sum of small regression trees over the rows of a <see cref="FeatureTable"/>: gradient boosting after Friedman, 2001.</summary>
/// <remarks>
/// Trees are not walked: every question of a tree is put to many rows at once, and each answer strikes out the leaves that
/// it rules out. The first leaf that is left is where a walk would have ended (QuickScorer: Lucchese et al., SIGIR 2015).
/// </remarks>
internal sealed class BoostedTrees
{
    /// <summary>Leaves of one tree: a bit each.</summary>
    public const int MostLeaves = 31;

    private readonly float _base;
    private readonly Tree[] _trees;

    internal BoostedTrees(float start, Tree[] trees)
    {
        _base = start;
        _trees = trees;
    }

    public IReadOnlyList<Tree> Trees => _trees;

    /// <summary>Reads what <see cref="TreeReader"/> describes from a resource of this assembly.</summary>
    /// <typeparam name="TFeature">What its trees look at.</typeparam>
    public static BoostedTrees Embedded<TFeature>(string name) where TFeature : struct, Enum
    {
        using Stream stream = typeof(BoostedTrees).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The weights {name} are not in this assembly.");
        using var reader = new StreamReader(stream);
        return TreeReader.Parse(reader.ReadToEnd(), FeatureTable.WidthOf<TFeature>());
    }

    /// <summary>The sum of all trees for each row.</summary>
    public double[] Predict(FeatureTable table)
    {
        double[] sums = new double[table.Rows];
        Array.Fill(sums, _base);
        Span<int> open = stackalloc int[Vector<int>.Count];
        int i = 0;
        for (; i + open.Length <= sums.Length; i += open.Length)
        {
            Predict(table, i, open, sums);
        }

        for (; i < sums.Length; i++)
        {
            PredictOne(table, i, ref sums[i]);
        }

        return sums;
    }

    private void Predict(FeatureTable table, int from, Span<int> open, double[] sums)
    {
        foreach (Tree tree in _trees)
        {
            Vector<int> left = Vector<int>.AllBitsSet;
            foreach (Question question in tree.Questions)
            {
                Vector<int> holds = Vector.LessThanOrEqual(
                    new Vector<float>(table.Of(question.Feature)[from..]), new Vector<float>(question.Threshold));
                left &= holds | new Vector<int>(question.IfNot);
            }

            left.CopyTo(open);
            for (int lane = 0; lane < open.Length; lane++)
            {
                sums[from + lane] += tree.Leaves[BitOperations.TrailingZeroCount(open[lane])];
            }
        }
    }

    private void PredictOne(FeatureTable table, int row, ref double sum)
    {
        foreach (Tree tree in _trees)
        {
            int left = -1;
            foreach (Question question in tree.Questions)
            {
                left &= table[row, question.Feature] <= question.Threshold ? -1 : question.IfNot;
            }

            sum += tree.Leaves[BitOperations.TrailingZeroCount(left)];
        }
    }

    /// <summary>One tree.</summary>
    /// <param name="Questions">Of its inner nodes.</param>
    /// <param name="Leaves">Values from left to right.</param>
    internal sealed record Tree(Question[] Questions, float[] Leaves);

    /// <summary>An inner node.</summary>
    /// <param name="Feature">What it looks at.</param>
    /// <param name="Threshold">Values up to this go left.</param>
    /// <param name="IfNot">The leaves that stay open otherwise: all but those on its left.</param>
    internal readonly record struct Question(int Feature, float Threshold, int IfNot);
}

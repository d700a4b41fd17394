using System.Numerics;

namespace DigestBot.Summaries;

/// <summary>Says which features made a sum of trees give each row what it gives.</summary>
/// <remarks>
/// On its way through a tree a row comes from node to node; what the mean of the rows that come along changes by is credited
/// to the feature that was asked about (Saabas, "Interpreting random forests", 2014, as in TreeInterpreter; here the mean is
/// over the table at hand rather than the training set, so the average row is explained by nothing). Invariant: the mean of
/// all rows and the credits of a row add up to what the trees give it, and the credits of each feature to nothing.
/// </remarks>
/// <param name="table">The rows.</param>
/// <param name="groupOf">For each feature the group that is credited.</param>
/// <param name="groups">How many groups there are.</param>
internal sealed class PathAttribution(FeatureTable table, IReadOnlyList<int> groupOf, int groups)
{
    private readonly double[,] _credits = new double[table.Rows, groups];

    /// <summary>Of each row and group.</summary>
    public double[,] Of(IEnumerable<BoostedTrees.Tree> trees)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows)];
        foreach (BoostedTrees.Tree tree in rows.Length > 0 ? trees : [])
        {
            Walk(tree, 0, tree.Leaves.Length, rows);
        }

        return _credits;
    }

    // Returns the mean of what the tree gives these rows, which come to the node above the leaves from..to.
    private double Walk(BoostedTrees.Tree tree, int from, int to, int[] rows)
    {
        if (to - from == 1)
        {
            return tree.Leaves[from];
        }

        BoostedTrees.Question question = Top(tree, from, to);
        int middle = from + LeavesOnTheLeft(question);
        int[] left = Array.FindAll(rows, row => table[row, question.Feature] <= question.Threshold);
        int[] right = Array.FindAll(rows, row => !(table[row, question.Feature] <= question.Threshold));
        double onTheLeft = left.Length > 0 ? Walk(tree, from, middle, left) : 0;
        double onTheRight = right.Length > 0 ? Walk(tree, middle, to, right) : 0;
        double mean = ((onTheLeft * left.Length) + (onTheRight * right.Length)) / rows.Length;
        Credit(left, groupOf[question.Feature], onTheLeft - mean);
        Credit(right, groupOf[question.Feature], onTheRight - mean);
        return mean;
    }

    private void Credit(int[] rows, int group, double change)
    {
        foreach (int row in rows)
        {
            _credits[row, group] += change;
        }
    }

    // Of the nodes whose leaves begin at the same one, the topmost has most of them on its left.
    private static BoostedTrees.Question Top(BoostedTrees.Tree tree, int from, int to) => tree.Questions
        .Where(question => BitOperations.TrailingZeroCount(~question.IfNot) == from && LeavesOnTheLeft(question) < to - from)
        .MaxBy(LeavesOnTheLeft);

    private static int LeavesOnTheLeft(BoostedTrees.Question question) => BitOperations.PopCount((uint)~question.IfNot);
}

using System.Text;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>
/// Fits a sum of small trees so that the right rows of each item stand first: softmax over the item's rows, cross-entropy
/// (Cao et al., "ListNet", 2007), each tree a Newton step on a part of the items (Friedman, "Stochastic gradient boosting", 2002).
/// </summary>
internal static class ListwiseTrainer
{
    // Rows that are decided weigh nothing; their residual must stay finite.
    private const float LeastCurvature = 1e-3f;

    /// <returns>The weights in their stored form, without comments.</returns>
    public static string Train(IReadOnlyList<TrainingRows> items, Func<FeatureTable, double[]> start, BoostingSettings settings)
    {
        var rows = new BinnedRows([.. items.Select(item => item.Table)]);
        float[] curvature = new float[rows.Rows];
        double[] scores = [.. items.SelectMany(item => start(item.Table))];
        double[] before = new double[rows.Rows], left = new double[rows.Rows];
        var grower = new TreeGrower(rows, curvature, settings);
        var text = new StringBuilder("base 0\n");
        var draw = new Random(1);
        for (int tree = 0; tree < settings.Trees; tree++)
        {
            int first = 0;
            foreach (TrainingRows item in items)
            {
                Residuals(item, scores.AsSpan(first, item.Table.Rows), left.AsSpan(first), curvature.AsSpan(first));
                if (draw.NextDouble() >= settings.Items)
                {
                    // What weighs nothing decides nothing.
                    curvature.AsSpan(first, item.Table.Rows).Clear();
                }

                first += item.Table.Rows;
            }

            left.CopyTo(before, 0);
            text.Append(grower.Grow(left)).Append('\n');
            for (int row = 0; row < scores.Length; row++)
            {
                scores[row] += before[row] - left[row];
            }
        }

        return text.ToString();
    }

    private static void Residuals(TrainingRows item, ReadOnlySpan<double> scores, Span<double> left, Span<float> curvature)
    {
        double most = double.NegativeInfinity, sum = 0;
        foreach (double score in scores)
        {
            most = Math.Max(most, score);
        }

        foreach (double score in scores)
        {
            sum += Math.Exp(score - most);
        }

        double right = item.Targets.Sum();
        for (int row = 0; row < scores.Length; row++)
        {
            double share = Math.Exp(scores[row] - most) / sum;
            float weight = item.Weights[row], bend = Math.Max((float)(share * (1 - share)), LeastCurvature);
            curvature[row] = weight * bend;
            left[row] = ((item.Targets[row] / right) - share) / bend;
        }
    }
}

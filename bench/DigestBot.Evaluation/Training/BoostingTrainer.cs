using System.Globalization;
using System.Text;

namespace DigestBot.Evaluation.Training;

/// <summary>Fits a sum of small trees to a value of each row: squared error.</summary>
internal static class BoostingTrainer
{
    /// <returns>The weights in their stored form, without comments.</returns>
    public static string Train(IReadOnlyList<TrainingRows> items, BoostingSettings settings)
    {
        var rows = new BinnedRows([.. items.Select(item => item.Table)]);
        float[] weights = [.. items.SelectMany(item => item.Weights)];
        double[] left = [.. items.SelectMany(item => item.Targets).Select(target => (double)target)];
        double weight = weights.Sum(w => (double)w);
        double mean = Math.Round(left.Zip(weights, (worth, w) => worth * w).Sum() / weight, 5);
        for (int i = 0; i < left.Length; i++)
        {
            left[i] -= mean;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"base {mean}\n");
        var grower = new TreeGrower(rows, weights, settings);
        for (int tree = 0; tree < settings.Trees; tree++)
        {
            text.Append(grower.Grow(left)).Append('\n');
        }

        return text.ToString();
    }
}

using System.Globalization;
using System.Text;

namespace DigestBot.Evaluation.Training;

/// <summary>Fits a sum of small trees to the worth of sentences: squared error, every article weighing alike.</summary>
internal static class BoostingTrainer
{
    private const int UsualWords = 30;
    private const int MostWords = 60;

    /// <returns>The weights in their stored form, without comments.</returns>
    public static string Train(IReadOnlyList<TrainingItem> items, BoostingSettings settings)
    {
        var rows = new BinnedRows(items);
        float[] weights = [.. items.SelectMany(Weights)];
        double[] left = [.. items.SelectMany(item => item.Worth).Select(worth => (double)worth)];
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

    // Long sentences decide more of a summary than short ones.
    private static IEnumerable<float> Weights(TrainingItem item) => item.Candidates.Select(
        candidate => item.Weight * Math.Min(candidate.Words, MostWords) / UsualWords / item.Candidates.Count * 30);
}

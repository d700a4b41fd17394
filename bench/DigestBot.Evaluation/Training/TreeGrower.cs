using System.Globalization;
using System.Text;
using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>Grows one regression tree, the leaf that gains most first, over histograms (as LightGBM does: Ke et al., 2017).</summary>
internal sealed class TreeGrower(BinnedRows rows, float[] weights, BoostingSettings settings)
{
    private const double LeastGain = 1e-7;

    private readonly Random _draw = new(1);
    private readonly bool[] _asked = new bool[rows.Features];

    /// <summary>Grows a tree on what is left of the target, and takes away what it explains.</summary>
    /// <returns>The tree as <see cref="TreeReader"/> reads it.</returns>
    public string Grow(double[] left)
    {
        for (int feature = 0; feature < _asked.Length; feature++)
        {
            _asked[feature] = _draw.NextDouble() < settings.Features;
        }

        var root = new Leaf([.. Enumerable.Range(0, rows.Rows)]);
        Weigh(root, left);
        var leaves = new List<Leaf> { root };
        while (leaves.Count < settings.Leaves && leaves.MaxBy(leaf => leaf.Gain) is { Gain: > LeastGain } best)
        {
            leaves.Remove(best);
            Split(best);
            foreach (Leaf child in (Leaf[])[best.Below!, best.Above!])
            {
                Weigh(child, left);
                leaves.Add(child);
            }
        }

        foreach (Leaf leaf in leaves)
        {
            foreach (int row in leaf.Rows)
            {
                left[row] -= leaf.Value;
            }
        }

        var text = new StringBuilder();
        Write(root, text);
        return text.ToString().TrimEnd();
    }

    private void Weigh(Leaf leaf, double[] left)
    {
        (double weight, double sum) = (0, 0);
        foreach (int row in leaf.Rows)
        {
            weight += weights[row];
            sum += weights[row] * left[row];
        }

        // As it will be written, so that what is taken away is what the reader of the file will add.
        leaf.Value = float.Parse(Text(settings.Rate * sum / (weight + settings.Penalty)), CultureInfo.InvariantCulture);
        for (int feature = 0; feature < rows.Features; feature++)
        {
            if (_asked[feature])
            {
                FindSplit(leaf, feature, left, weight, sum);
            }
        }
    }

    private void FindSplit(Leaf leaf, int feature, double[] left, double weight, double sum)
    {
        int bins = rows.Bins(feature);
        byte[] of = rows.Of(feature);
        double[] weighed = new double[bins], summed = new double[bins];
        int[] counts = new int[bins];
        foreach (int row in leaf.Rows)
        {
            int bin = of[row];
            weighed[bin] += weights[row];
            summed[bin] += weights[row] * left[row];
            counts[bin]++;
        }

        (double w, double s) = (0, 0);
        int count = 0;
        double whole = sum * sum / (weight + settings.Penalty);
        for (int bin = 0; bin + 1 < bins; bin++)
        {
            w += weighed[bin];
            s += summed[bin];
            count += counts[bin];
            if (count < settings.LeastRows || leaf.Rows.Length - count < settings.LeastRows)
            {
                continue;
            }

            double gain = (s * s / (w + settings.Penalty)) + ((sum - s) * (sum - s) / (weight - w + settings.Penalty)) - whole;
            if (gain > leaf.Gain)
            {
                (leaf.Gain, leaf.Feature, leaf.Bin) = (gain, feature, bin);
            }
        }
    }

    private void Split(Leaf leaf)
    {
        byte[] of = rows.Of(leaf.Feature);
        leaf.Below = new([.. leaf.Rows.Where(row => of[row] <= leaf.Bin)]);
        leaf.Above = new([.. leaf.Rows.Where(row => of[row] > leaf.Bin)]);
    }

    private void Write(Leaf leaf, StringBuilder text)
    {
        if (leaf is { Below: { } below, Above: { } above })
        {
            text.Append(CultureInfo.InvariantCulture, $"{leaf.Feature} {rows.Edge(leaf.Feature, leaf.Bin)} ");
            Write(below, text);
            Write(above, text);
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"= {Text(leaf.Value)} ");
        }
    }

    private static string Text(double value) => value.ToString("0.#####", CultureInfo.InvariantCulture);

    private sealed class Leaf(int[] rows)
    {
        public int[] Rows { get; } = rows;

        public double Value { get; set; }

        public double Gain { get; set; }

        public int Feature { get; set; }

        public int Bin { get; set; }

        public Leaf? Below { get; set; }

        public Leaf? Above { get; set; }
    }
}

using DigestBot.Summaries;

namespace DigestBot.Evaluation.Training;

/// <summary>Rows of features, each value replaced by the number of its bin, so that a split is found in one pass.</summary>
internal sealed class BinnedRows
{
    private const int MostBins = 64;

    private readonly byte[][] _bins; // by feature, by row
    private readonly float[][] _edges; // by feature: the highest value of each bin but the last

    public BinnedRows(IReadOnlyList<FeatureTable> tables)
    {
        Rows = tables.Sum(table => table.Rows);
        Features = tables[0].Width;
        _bins = new byte[Features][];
        _edges = new float[Features][];
        float[] values = new float[Rows];
        for (int feature = 0; feature < Features; feature++)
        {
            int row = 0;
            foreach (FeatureTable table in tables)
            {
                table.Of(feature).CopyTo(values.AsSpan(row));
                row += table.Rows;
            }

            _edges[feature] = Edges(values);
            _bins[feature] = [.. values.Select(value => Bin(_edges[feature], value))];
        }
    }

    public int Rows { get; }

    public int Features { get; }

    public int Bins(int feature) => _edges[feature].Length + 1;

    public byte[] Of(int feature) => _bins[feature];

    /// <summary>Values up to this are in this bin or before it.</summary>
    public float Edge(int feature, int bin) => _edges[feature][bin];

    // Between two neighbouring values, in few digits, so that the weights stay readable.
    private static float[] Edges(float[] values)
    {
        float[] sorted = [.. values.Order()];
        var edges = new SortedSet<float>();
        for (int bin = 1; bin < MostBins; bin++)
        {
            float value = Rounded(sorted[(int)((long)sorted.Length * bin / MostBins)]);
            if (value < sorted[^1])
            {
                edges.Add(value);
            }
        }

        return [.. edges];
    }

    private static float Rounded(float value) => value == 0 ? 0
        : (float)(Math.Round(value / Scale(value)) * Scale(value));

    private static double Scale(float value) => Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 3);

    private static byte Bin(float[] edges, float value)
    {
        int at = Array.BinarySearch(edges, value);
        return (byte)(at >= 0 ? at : ~at);
    }
}

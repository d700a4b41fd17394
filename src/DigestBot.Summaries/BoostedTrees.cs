using System.Globalization;

namespace DigestBot.Summaries;

/// <summary>A sum of small regression trees over <see cref="SentenceFeature"/>s: gradient boosting after Friedman, 2001.</summary>
/// <remarks>
/// Stored as text, one tree a line in prefix order: an inner node is <c>feature threshold left right</c>, a leaf is <c>= value</c>.
/// Values up to the threshold go left. Lines that begin with # say where the weights come from.
/// </remarks>
internal sealed class BoostedTrees
{
    private readonly int[] _roots;
    private readonly Node[] _nodes;
    private readonly double _base;

    private BoostedTrees(double start, int[] roots, Node[] nodes)
    {
        _base = start;
        _roots = roots;
        _nodes = nodes;
    }

    /// <summary>Reads the stored form.</summary>
    /// <exception cref="FormatException">It is not that.</exception>
    public static BoostedTrees Parse(string text)
    {
        double start = 0;
        var roots = new List<int>();
        var nodes = new List<Node>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] == '#')
            {
                continue;
            }

            string[] tokens = line.Split(' ');
            if (tokens is ["base", var value])
            {
                start = Number(value);
                continue;
            }

            int at = 0;
            roots.Add(ReadNode(tokens, ref at, nodes));
            if (at != tokens.Length)
            {
                throw new FormatException($"A tree goes on behind its end: {line}");
            }
        }

        return new(start, [.. roots], [.. nodes]);
    }

    public static BoostedTrees Embedded(string name)
    {
        using Stream stream = typeof(BoostedTrees).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The weights {name} are not in this assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public double Predict(ReadOnlySpan<float> row)
    {
        double sum = _base;
        foreach (int root in _roots)
        {
            int at = root;
            while (_nodes[at].Feature >= 0)
            {
                at = row[_nodes[at].Feature] <= _nodes[at].Value ? at + 1 : _nodes[at].Right;
            }

            sum += _nodes[at].Value;
        }

        return sum;
    }

    // The left branch follows its node at once, so only the right one needs a place.
    private static int ReadNode(string[] tokens, ref int at, List<Node> nodes)
    {
        int own = nodes.Count;
        string token = Take(tokens, ref at);
        if (token == "=")
        {
            nodes.Add(new(-1, Number(Take(tokens, ref at)), 0));
            return own;
        }

        if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int feature) || feature >= FeatureTable.Width)
        {
            throw new FormatException($"There is no feature {token}.");
        }

        float threshold = Number(Take(tokens, ref at));
        nodes.Add(default);
        ReadNode(tokens, ref at, nodes);
        nodes[own] = new(feature, threshold, ReadNode(tokens, ref at, nodes));
        return own;
    }

    private static string Take(string[] tokens, ref int at) =>
        at < tokens.Length ? tokens[at++] : throw new FormatException("A tree ends too early.");

    private static float Number(string text) => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private readonly record struct Node(int Feature, float Value, int Right);
}

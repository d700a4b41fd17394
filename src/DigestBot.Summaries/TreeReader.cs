using System.Globalization;

namespace DigestBot.Summaries;

/// <summary>Reads the weights of <see cref="BoostedTrees"/> from text.</summary>
/// <remarks>
/// One tree a line in prefix order: an inner node is <c>feature threshold left right</c>, a leaf is <c>= value</c>; values up
/// to the threshold go left. <c>base value</c> is what the sum begins with. Lines that begin with # say where the weights come from.
/// </remarks>
internal sealed class TreeReader
{
    private readonly string[] _tokens;
    private readonly List<BoostedTrees.Question> _questions = [];
    private readonly List<float> _leaves = [];
    private readonly int _features;
    private int _next;

    private TreeReader(string line, int features) => (_tokens, _features) = (line.Split(' '), features);

    /// <param name="text">The weights.</param>
    /// <param name="features">How many features there are.</param>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static BoostedTrees Parse(string text, int features)
    {
        float start = 0;
        var trees = new List<BoostedTrees.Tree>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.StartsWith("base ", StringComparison.Ordinal))
            {
                start = Number(line["base ".Length..]);
            }
            else if (line[0] != '#')
            {
                trees.Add(new TreeReader(line, features).Read());
            }
        }

        return new(start, [.. trees]);
    }

    private BoostedTrees.Tree Read()
    {
        ReadNode();
        return _next == _tokens.Length
            ? new([.. _questions], [.. _leaves])
            : throw new FormatException($"A tree goes on behind its end: {string.Join(' ', _tokens)}");
    }

    private void ReadNode()
    {
        string token = Take();
        if (token == "=")
        {
            _leaves.Add(Number(Take()));
            if (_leaves.Count > BoostedTrees.MostLeaves)
            {
                throw new FormatException($"A tree has more than {BoostedTrees.MostLeaves} leaves.");
            }

            return;
        }

        if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int feature) || feature >= _features)
        {
            throw new FormatException($"There is no feature {token}.");
        }

        float threshold = Number(Take());
        int firstLeaf = _leaves.Count;
        ReadNode();
        int onTheLeft = (1 << _leaves.Count) - (1 << firstLeaf);
        _questions.Add(new(feature, threshold, ~onTheLeft));
        ReadNode();
    }

    private string Take() => _next < _tokens.Length ? _tokens[_next++] : throw new FormatException("A tree ends too early.");

    private static float Number(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number)
            ? number
            : throw new FormatException($"'{text}' is not a number.");
}

namespace DigestBot.Ingest.Reading;

/// <summary>Tells, before any tree is built, which HTML a tree builder could not digest in bounded time and memory.</summary>
internal static class MarkupLimits
{
    /// <summary>Deepest of 1,100 real pages: 86.</summary>
    public const int MaxDepth = 256;

    /// <summary>Elements that a parser would make; real pages stay far below.</summary>
    public const int MaxElements = 100_000;

    /// <summary>Attributes of one element; parsers compare each with all before it.</summary>
    private const int MaxAttributes = 2000;

    /// <summary>The comparisons that all elements together may cost; a page with ten attributes everywhere needs a tenth.</summary>
    private const long MaxComparisons = 20_000_000;

    /// <summary>Tags so short hold too few attributes to count.</summary>
    private const int LongTag = 64;

    /// <summary>Angle brackets that begin nothing; each makes a parser stop and think.</summary>
    private const int MaxStrays = 500_000;

    /// <summary>What makes this page too expensive, as one sentence, or null if it may be parsed.</summary>
    public static string? FindProblem(ReadOnlySpan<char> html)
    {
        var cost = new Cost();
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Read())
        {
            cost.Add(ref scanner);
            if (cost.Problem is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static int CountAttributes(ReadOnlySpan<char> attributes)
    {
        int count = 0;
        var all = new MarkupAttributes(attributes);
        while (count <= MaxAttributes && all.Read())
        {
            count++;
        }

        return count;
    }

    private static int Hash(ReadOnlySpan<char> name) => string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a page has asked of a parser so far.</summary>
    private sealed class Cost
    {
        private readonly List<int> _open = new(MaxDepth);
        private int _elements;
        private int _formatting;
        private int _strays;
        private long _attributes; // of the last element
        private long _comparisons;

        public string? Problem =>
            _open.Count > MaxDepth || _formatting > MaxDepth
                ? $"The page nests its elements more than {MaxDepth} deep, so it was not read."
            : _attributes > MaxAttributes || _comparisons > MaxComparisons
                ? "The page has elements with more attributes than any article needs, so it was not read."
            : _elements > MaxElements || _strays > MaxStrays
                ? "The page has more elements than any article needs, so it was not read."
            : null;

        public void Add(ref MarkupScanner scanner)
        {
            switch (scanner.Kind)
            {
                case MarkupTokenKind.StartTag:
                    Open(ref scanner);
                    break;
                case MarkupTokenKind.EndTag:
                    _formatting -= _formatting > 0 && HtmlNames.IsFormatting(scanner.Name) ? 1 : 0;
                    Close(Hash(scanner.Name));
                    break;
                case MarkupTokenKind.Text:
                    _strays += scanner.Content.Count('<');
                    break;
            }
        }

        private void Open(ref MarkupScanner scanner)
        {
            // Every block repeats the formatting elements that were left open, so they cost again and again.
            _elements += 1 + _formatting;
            _formatting += HtmlNames.IsFormatting(scanner.Name) ? 1 : 0;
            if (!HtmlNames.IsVoid(scanner.Name) && !HtmlNames.ClosesItself(scanner.Name))
            {
                _open.Add(Hash(scanner.Name));
            }

            _attributes = scanner.Content.Length > LongTag ? CountAttributes(scanner.Content) : 0;
            _comparisons += _attributes * _attributes;
        }

        private void Close(int name)
        {
            int at = _open.LastIndexOf(name);
            if (at >= 0)
            {
                _open.RemoveRange(at, _open.Count - at);
            }
        }
    }
}

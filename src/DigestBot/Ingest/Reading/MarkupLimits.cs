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
        var open = new List<int>(MaxDepth);
        int elements = 0;
        int formatting = 0;
        long comparisons = 0;
        int strays = 0;
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Read())
        {
            if (scanner.Kind == MarkupTokenKind.StartTag)
            {
                // Every block repeats the formatting elements that were left open, so they cost again and again.
                elements += 1 + formatting;
                formatting += HtmlNames.IsFormatting(scanner.Name) ? 1 : 0;
                if (!HtmlNames.IsVoid(scanner.Name) && !HtmlNames.ClosesItself(scanner.Name))
                {
                    open.Add(Hash(scanner.Name));
                }
            }
            else if (scanner.Kind == MarkupTokenKind.EndTag)
            {
                formatting -= formatting > 0 && HtmlNames.IsFormatting(scanner.Name) ? 1 : 0;
                Close(open, Hash(scanner.Name));
            }

            if (open.Count > MaxDepth || formatting > MaxDepth)
            {
                return $"The page nests its elements more than {MaxDepth} deep, so it was not read.";
            }

            long attributes = scanner.Kind == MarkupTokenKind.StartTag && scanner.Content.Length > LongTag ? CountAttributes(scanner.Content) : 0;
            comparisons += attributes * attributes;
            if (attributes > MaxAttributes || comparisons > MaxComparisons)
            {
                return "The page has elements with more attributes than any article needs, so it was not read.";
            }

            strays += scanner.Kind == MarkupTokenKind.Text ? scanner.Content.Count('<') : 0;
            if (elements > MaxElements || strays > MaxStrays)
            {
                return "The page has more elements than any article needs, so it was not read.";
            }
        }

        return null;
    }

    private static void Close(List<int> open, int name)
    {
        int at = open.LastIndexOf(name);
        if (at >= 0)
        {
            open.RemoveRange(at, open.Count - at);
        }
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
}

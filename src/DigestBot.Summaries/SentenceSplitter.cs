namespace DigestBot.Summaries;

/// <summary>Finds sentences without copying or changing the text.</summary>
/// <remarks>
/// Rules, not a model: English first, with the abbreviations of seven more European languages and the stops of Chinese,
/// Japanese, Arabic, Urdu, Hindi, Armenian and Amharic. A blank line always ends a sentence. A single line break does where
/// the line is not merely wrapped. A dateline, "BAGHDAD (Reuters) -", comes as a span of its own. Time grows linearly with the
/// text.
/// </remarks>
public static class SentenceSplitter
{
    /// <summary>Finds the sentences of a text.</summary>
    /// <param name="text">Any text, however long or malformed.</param>
    /// <returns>
    /// Spans in order, disjoint, not empty, without white space at either end; together they hold all of the text but
    /// white space.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var sentences = new List<TextSpan>((text.Length / 100) + 1);
        var scanner = new SentenceScanner(text);
        int start = 0;
        while (start < text.Length)
        {
            int dateline = BehindDateline(text, start);
            Add(sentences, text, start, dateline);
            start = dateline;
            int end = scanner.NextBoundary(start);
            Add(sentences, text, start, end);
            start = end;
        }

        return sentences;
    }

    // Only where a block begins; news agencies of some countries write agency and place apart: "(ANSA) - ROMA, 5 GEN -".
    private static int BehindDateline(string text, int start)
    {
        int first = start;
        while (first < text.Length && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        if (first > 0 && !Punctuation.IsLineBreak(text[first - 1]))
        {
            return start;
        }

        int end = Dateline.EndOf(text, first);
        return end > first ? Dateline.EndOf(text, end) : start;
    }

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new TextSpan(start, end - start));
        }
    }
}

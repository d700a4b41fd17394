using System.Globalization;

namespace DigestBot.Summaries;

/// <summary>A sentence with figures in it.</summary>
/// <param name="Source">Index of its source.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Figures">At least one.</param>
/// <param name="Numbers">Every whole number in it, also those that are no count.</param>
/// <param name="Stems">What it is about: stems without figures.</param>
/// <param name="Names">Those of them that are names.</param>
/// <param name="Compares">Whether it holds one count against another.</param>
internal sealed record FigureSentence(
    int Source,
    TextSpan Span,
    IReadOnlyList<Figure> Figures,
    HashSet<long> Numbers,
    HashSet<string> Stems,
    HashSet<string> Names,
    bool Compares)
{
    // A count of a list or a table says nothing of itself.
    private const int MostFigures = 4;

    /// <summary>Null where it counts nothing that could be held against other counts.</summary>
    public static FigureSentence? Read(int source, TextSpan span, string text, bool keepNames)
    {
        if (!FigureWords.MayCount(text.AsSpan(span.Start, span.Length)))
        {
            return null;
        }

        FigureToken[] tokens = FigureToken.Read(text.AsSpan(span.Start, span.Length), keepNames);
        if (tokens.Length < 5 || Enumerable.Range(0, tokens.Length).Any(i => IsElsewhere(tokens, i)))
        {
            return null;
        }

        IReadOnlyList<Figure> figures = FigureReader.Read(tokens);
        if (figures.Count is 0 or > MostFigures)
        {
            return null;
        }

        FigureToken[] content = [.. tokens.Where((token, i) => token.Stem.Length > 0
            && FigureWords.Read(tokens, i).Words == 0
            && !FigureWords.Fates.ContainsKey(token.Word)
            && !FigureWords.Anybody.Contains(token.Word))];
        return new(
            source,
            span,
            figures,
            [.. Enumerable.Range(0, tokens.Length).Select(i => FigureWords.Read(tokens, i).Value).Where(value => value > 0)],
            [.. content.Select(token => token.Stem)],
            [.. content.Where(token => token.IsName).Select(token => token.Stem)],
            tokens.Any(token => FigureWords.Compared.Contains(token.Word)));
    }

    // Of another time, or one of several places: "71 in Tanta and 35 others in Alexandria".
    private static bool IsElsewhere(FigureToken[] tokens, int i) =>
        FigureWords.Elsewhere.Contains(tokens[i].Word)
        || IsYear(tokens[i].Word)
        || (tokens[i].Word == "and" && i + 2 < tokens.Length && FigureWords.Read(tokens, i + 1) is { Words: > 0 and var words }
            && i + 1 + words < tokens.Length && FigureWords.GoesOn.Contains(tokens[i + 1 + words].Word));

    private static bool IsYear(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2100 && year % 100 != 0;
}

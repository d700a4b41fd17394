namespace DigestBot.Ingest.Reading;

/// <summary>Reads a .txt article: the first line is the title, a blank line, the text. A missing title is no error.</summary>
internal static class TextArticle
{
    private const int LongestPlainTitle = 120;
    private const int LongestTitle = 300;
    private const int LongestWrappedLine = 100;

    public static IncomingArticle Read(string text)
    {
        string body = text.Trim('\r', '\n', ' ', '\t');
        int lineEnd = body.AsSpan().IndexOfAny('\r', '\n');
        string first = lineEnd < 0 ? body : body[..lineEnd].Trim();
        string rest = lineEnd < 0 ? string.Empty : body[lineEnd..];
        return IsBlankNext(rest) && IsTitle(first)
            ? new IncomingArticle { Title = first, Text = Paragraphs(rest) }
            : new IncomingArticle { Text = Paragraphs(body) };
    }

    /// <summary>Joins hard-wrapped lines; where lines are long, each is a paragraph.</summary>
    private static string Paragraphs(string text)
    {
        var builder = new PlainTextBuilder();
        bool isWrapped = true;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            isWrapped &= line.Length <= LongestWrappedLine;
        }

        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            builder.Append(line);
            if (line.IsWhiteSpace() || !isWrapped)
            {
                builder.Paragraph();
            }
            else
            {
                builder.Space();
            }
        }

        return builder.ToString();
    }

    private static bool IsTitle(string line) =>
        line.Length <= LongestPlainTitle || (line.Length <= LongestTitle && !line.EndsWith('.'));

    private static bool IsBlankNext(string rest)
    {
        ReadOnlySpan<char> afterEnd = rest.StartsWith("\r\n", StringComparison.Ordinal) ? rest.AsSpan(2) : rest.AsSpan(Math.Min(1, rest.Length));
        int next = afterEnd.IndexOfAny('\r', '\n');
        return next >= 0 && afterEnd[..next].IsWhiteSpace();
    }
}

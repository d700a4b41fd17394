namespace DigestBot.Ingest.Reading;

/// <summary>HTML fragments as plain text: paragraphs kept, everything that is not for reading left out.</summary>
/// <remarks>Works on tags and text as they come, without a tree: linear in time, and no nesting is too deep for it.</remarks>
internal static class HtmlText
{
    /// <summary>The text of a fragment; paragraphs are separated by a blank line, "br" ends a line.</summary>
    public static string ToPlainText(string html) => Read(html, static name => true);

    /// <summary>A headline on one line. Only tags that occur in headlines are tags there.</summary>
    public static string ToHeadline(string html) =>
        OneLine(html.AsSpan().ContainsAny('<', '&') ? Read(html, static name => HtmlNames.IsInHeadlines(name)) : html);

    /// <summary>The same text with all its white space collapsed.</summary>
    public static string OneLine(string text)
    {
        if (IsOneLine(text))
        {
            return text;
        }

        var line = new PlainTextBuilder(text.Length);
        line.Append(text);
        return line.ToString();
    }

    private static bool IsOneLine(ReadOnlySpan<char> text)
    {
        bool afterSpace = true;
        foreach (char c in text)
        {
            bool isSpace = PlainTextBuilder.IsSpace(c);
            if (isSpace && (afterSpace || c != ' '))
            {
                return false;
            }

            afterSpace = isSpace;
        }

        return text.IsEmpty || !afterSpace;
    }

    private static string Read(string html, Func<ReadOnlySpan<char>, bool> isTag)
    {
        var text = new PlainTextBuilder(html.Length / 2);
        var hidden = default(HiddenElement);
        var scanner = new MarkupScanner(html, html: true);
        while (scanner.Read())
        {
            if (scanner.Kind == MarkupTokenKind.StartTag || scanner.Kind == MarkupTokenKind.EndTag)
            {
                if (!isTag(scanner.LocalName) && !HtmlNames.IsUnseen(scanner.LocalName))
                {
                    text.Append(html.AsSpan(scanner.Start, scanner.End - scanner.Start));
                }
                else if (!hidden.Covers(scanner))
                {
                    Break(text, scanner.LocalName);
                }
            }
            else if (!hidden.IsOpen && scanner.Content.Contains('&'))
            {
                text.Append(CharacterReferences.Decode(scanner.Content));
            }
            else if (!hidden.IsOpen)
            {
                text.Append(scanner.Content);
            }
        }

        return text.ToString();
    }

    private static void Break(PlainTextBuilder text, ReadOnlySpan<char> name)
    {
        if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
        {
            text.Line();
        }
        else if (HtmlNames.IsBlock(name))
        {
            text.Paragraph();
        }
        else if (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase))
        {
            text.Space();
        }
    }
}

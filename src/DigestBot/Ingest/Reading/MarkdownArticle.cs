using System.Text.RegularExpressions;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads a .md article: front matter and a first heading where there are any, the rest reduced to plain text.</summary>
internal static partial class MarkdownArticle
{
    public static IncomingArticle Read(string text)
    {
        string body = text.TrimStart().ReplaceLineEndings("\n");
        Dictionary<string, string> front = ReadFrontMatter(ref body);
        string? title = front.GetValueOrDefault("title");
        Match heading = FirstHeading().Match(body);
        if (heading.Success)
        {
            title ??= Inline(heading.Groups[1].Value);
            body = body[heading.Length..];
        }

        return new IncomingArticle
        {
            Title = title,
            Text = ToPlainText(body),
            Url = WebAddress.Resolve(null, front.GetValueOrDefault("url") ?? front.GetValueOrDefault("link"))?.AbsoluteUri,
            Published = FeedDates.Parse(front.GetValueOrDefault("date") ?? front.GetValueOrDefault("published")),
            Source = front.GetValueOrDefault("source"),
            Language = front.GetValueOrDefault("language") ?? front.GetValueOrDefault("lang"),
            Byline = front.GetValueOrDefault("author") ?? front.GetValueOrDefault("byline"),
        };
    }

    private static Dictionary<string, string> ReadFrontMatter(ref string body)
    {
        var front = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int end = body.StartsWith("---\n", StringComparison.Ordinal) ? body.IndexOf("\n---", 3, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return front;
        }

        foreach (string line in body[4..Math.Max(4, end)].Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string value = colon > 0 ? line[(colon + 1)..].Trim().Trim('"', '\'') : string.Empty;
            if (value.Length > 0 && !char.IsWhiteSpace(line[0]))
            {
                front.TryAdd(line[..colon].Trim(), value);
            }
        }

        int next = body.IndexOf('\n', end + 1);
        body = next < 0 ? string.Empty : body[(next + 1)..];
        return front;
    }

    private static string ToPlainText(string markdown)
    {
        var text = new PlainTextBuilder();
        bool isCode = false;
        foreach (string line in markdown.Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
            {
                isCode = !isCode;
                text.Paragraph();
            }
            else if (!isCode)
            {
                AppendLine(text, trimmed);
            }
        }

        return text.ToString();
    }

    private static void AppendLine(PlainTextBuilder text, string line)
    {
        if (line.Length == 0 || Ruler().IsMatch(line) || Definition().IsMatch(line))
        {
            text.Paragraph();
            return;
        }

        Match marker = BlockMarker().Match(line);
        if (marker.Success)
        {
            text.Paragraph();
        }

        text.Append(Inline(line[marker.Length..]));
        if (line.StartsWith('#'))
        {
            text.Paragraph();
        }
        else
        {
            text.Space();
        }
    }

    private static string Inline(string markdown)
    {
        string text = Image().Replace(markdown, string.Empty);
        text = Link().Replace(text, "$1");
        text = AutoLink().Replace(text, "$1");
        text = Emphasis().Replace(text, string.Empty);
        text = HtmlText.ToHeadline(text);
        return Escape().Replace(text, "$1").Trim();
    }

    [GeneratedRegex(@"\A#\s+(.+?)\s*#*\s*(?:\n|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex FirstHeading();

    [GeneratedRegex(@"^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+|[|\s:-]+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ruler();

    [GeneratedRegex(@"^\[[^\]]+\]:\s*\S+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,9}[.)]\s+)+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex BlockMarker();

    [GeneratedRegex(@"!\[[^\]\[]{0,500}\](?:\([^()]{0,2000}\)|\[[^\]\[]{0,500}\])", RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[([^\]\[]{0,500})\](?:\([^()]{0,2000}\)|\[[^\]\[]{0,500}\])", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("<(https?://[^<>\\s]{1,2000})>", RegexOptions.CultureInvariant)]
    private static partial Regex AutoLink();

    // Underscores inside words ("snake_case") and lone asterisks ("5 * 3") are no emphasis.
    [GeneratedRegex(@"(?<!\\)(?:\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~|`+|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+.!~>|-])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}

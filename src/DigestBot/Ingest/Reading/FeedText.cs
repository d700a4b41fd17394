namespace DigestBot.Ingest.Reading;

/// <summary>The texts of feed elements as plain text, by what the element says it holds: text, HTML or inline XHTML.</summary>
internal static class FeedText
{
    /// <summary>A title on one line, or null if it is empty.</summary>
    public static string? Headline(FeedNode? node)
    {
        if (node is null)
        {
            return null;
        }

        string title = IsPlain(node) ? HtmlText.OneLine(Decode(node))
            : HasMarkup(node) ? HtmlText.OneLine(HtmlText.ToPlainText(node.InnerMarkup))
            : HtmlText.ToHeadline(Decode(node));
        return title.Length == 0 ? null : title;
    }

    /// <summary>A text with its paragraphs, or null if it is empty.</summary>
    public static string? Body(FeedNode? node)
    {
        if (node is null || IsElsewhere(node))
        {
            return null;
        }

        string text = HasMarkup(node) ? HtmlText.ToPlainText(node.InnerMarkup)
            : IsPlain(node) && !LooksLikeHtml(node.Text) ? Paragraphs(Decode(node))
            : HtmlText.ToPlainText(Decode(node));
        return text.Length == 0 ? null : text;
    }

    /// <summary>Plain text with its own line breaks; blank lines part paragraphs.</summary>
    public static string Paragraphs(string text)
    {
        var builder = new PlainTextBuilder();
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            builder.Append(line);
            builder.Line();
        }

        return builder.ToString();
    }

    private static bool HasMarkup(FeedNode node) =>
        node.Children.Count > 0
        && (Type(node) is "xhtml" or "application/xhtml+xml" || !node.Text.Contains('<', StringComparison.Ordinal));

    // Atom's default is text; RSS has no types, and what it escapes is HTML.
    private static bool IsPlain(FeedNode node) =>
        node.Name.StartsWith("atom:", StringComparison.Ordinal)
            ? Type(node) is "text" or "text/plain" or "" && node.Attribute("mode") != "escaped"
            : Type(node) is "text" or "text/plain" or "plain";

    private static bool IsElsewhere(FeedNode node) =>
        node.Children.Count == 0 && node.HasAttribute("src") && node.Text.Length == 0;

    private static string Type(FeedNode node) => node.Attribute("type")?.Trim().ToLowerInvariant() ?? string.Empty;

    private static bool LooksLikeHtml(string text) =>
        text.Contains("</", StringComparison.Ordinal) || text.Contains("/>", StringComparison.Ordinal)
        || text.Contains("<p>", StringComparison.OrdinalIgnoreCase) || text.Contains("<br>", StringComparison.OrdinalIgnoreCase);

    // Atom 0.3 says so; in Atom 1.0 it is how any type that is neither text nor XML is written.
    private static bool IsBase64(FeedNode node) =>
        string.Equals(node.Attribute("mode"), "base64", StringComparison.OrdinalIgnoreCase)
        || (!node.HasAttribute("mode") && Type(node).StartsWith("application/", StringComparison.Ordinal)
            && !Type(node).EndsWith("xml", StringComparison.Ordinal));

    private static string Decode(FeedNode node)
    {
        if (!IsBase64(node))
        {
            return node.Text;
        }

        try
        {
            return Encodings.Decode(Convert.FromBase64String(node.Text), contentType: null).Text;
        }
        catch (FormatException)
        {
            return node.Text;
        }
    }
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// The sentence or two under a headline that sum up the article. They often stand outside the part that an extractor
/// chooses; a page that repeats them in its description gives them away.
/// </summary>
internal static class Standfirst
{
    private const int Shortest = 40;
    private const int Longest = 800;
    private const int ComparedLength = 35;
    private const int MaxParts = 3;

    private static readonly string[] Names = ["lead", "intro", "summary", "subtitle", "standfirst", "excerpt", "teaser"];

    /// <summary>The visible text that begins like the page's description, or null.</summary>
    public static string? Find(IHtmlDocument document, string? description)
    {
        string start = HtmlText.OneLine(SoftHyphens.Drop(description ?? string.Empty));
        return start.Length < Shortest || document.DocumentElement is not { } root ? null : Find(root, start[..ComparedLength]);
    }

    /// <summary>The text with the standfirst before it, unless it is there already.</summary>
    public static string Prepend(string? standfirst, string text) =>
        standfirst is null || text.Length == 0 || text.Contains(standfirst[..ComparedLength], StringComparison.Ordinal)
            ? text
            : $"{standfirst}\n\n{text}";

    // The depth is bounded, because the tree was built under MarkupLimits.
    private static string? Find(IElement element, string start)
    {
        if (IsCandidate(element) && element.ChildElementCount <= MaxParts)
        {
            string text = HtmlText.OneLine(SoftHyphens.Drop(element.TextContent));
            if (text.Length is >= Shortest and <= Longest && text.StartsWith(start, StringComparison.Ordinal))
            {
                return text;
            }
        }

        INodeList children = element.ChildNodes;
        string? found = null;
        for (int i = 0; found is null && i < children.Length; i++)
        {
            found = children[i] is IElement child ? Find(child, start) : null;
        }

        return found;
    }

    private static bool IsCandidate(IElement element) =>
        element.LocalName is "p" or "h2" or "h3" or "h4"
        || (element.Attributes.Length > 0 && element.ClassName is { Length: > 0 } names && IsNamed(names));

    private static bool IsNamed(string names)
    {
        foreach (string name in Names)
        {
            if (names.Contains(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

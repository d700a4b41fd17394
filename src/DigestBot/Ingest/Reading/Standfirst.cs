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
    private const string Candidates =
        "p, h2, h3, h4, [class*=lead], [class*=intro], [class*=summary], [class*=subtitle], [class*=standfirst], [class*=excerpt], [class*=teaser]";

    /// <summary>The visible text that begins like the page's description, or null.</summary>
    public static string? Find(IHtmlDocument document, string? description)
    {
        string start = HtmlText.OneLine(SoftHyphens.Drop(description ?? string.Empty));
        if (start.Length < Shortest)
        {
            return null;
        }

        start = start[..ComparedLength];
        return document.QuerySelectorAll(Candidates)
            .Where(element => element.ChildElementCount < 4)
            .Select(element => HtmlText.OneLine(SoftHyphens.Drop(element.TextContent)))
            .FirstOrDefault(text => text.Length is >= Shortest and <= Longest && text.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>The text with the standfirst before it, unless it is there already.</summary>
    public static string Prepend(string? standfirst, string text) =>
        standfirst is null || text.Length == 0 || text.Contains(standfirst[..ComparedLength], StringComparison.Ordinal)
            ? text
            : $"{standfirst}\n\n{text}";
}

using AngleSharp.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Takes attributes out of a page that cost much and say nothing: classes, ids and styles that are too long to mean
/// anything are searched again and again, and addresses of links are resolved one by one.
/// </summary>
internal static class OverlongAttributes
{
    private const int Longest = 10_000;

    private static readonly string[] Searched = ["class", "id", "style"];

    public static void Remove(IElement element)
    {
        foreach (string name in Searched)
        {
            if (element.GetAttribute(name)?.Length > Longest)
            {
                element.RemoveAttribute(name);
            }
        }

        if (element.LocalName == "a" && element.GetAttribute("href") is { } target && IsElsewhere(target))
        {
            element.RemoveAttribute("href");
        }
    }

    // SmartReader looks whether a link leads to a place of the same page or to a script.
    private static bool IsElsewhere(string target) =>
        !target.StartsWith('#') && !target.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
}

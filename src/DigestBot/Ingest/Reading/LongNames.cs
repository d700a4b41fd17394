using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>Takes classes, ids and styles out of a page that are too long to mean anything: they are searched again and again.</summary>
internal static class LongNames
{
    private const int Longest = 10_000;

    private static readonly string[] Searched = ["class", "id", "style"];

    public static void Remove(IHtmlDocument document)
    {
        foreach (IElement element in document.All.Where(element => element.Attributes.Length > 0))
        {
            foreach (string name in Searched.Where(name => element.GetAttribute(name)?.Length > Longest))
            {
                element.RemoveAttribute(name);
            }
        }
    }
}

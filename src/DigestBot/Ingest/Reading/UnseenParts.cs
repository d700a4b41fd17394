using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>Takes out of a page what nobody who opens it sees: SmartReader forgets which elements were hidden by their style.</summary>
/// <remarks>Some pages hide their article until a script has run; where much of the text is hidden, all of it stays.</remarks>
internal static class UnseenParts
{
    private const double LargestShare = 0.2;

    public static void Remove(IHtmlDocument document)
    {
        if (document.Body is not { } body)
        {
            return;
        }

        IElement[] hidden = [.. body.QuerySelectorAll("[style*=none i], [style*=hidden i], [hidden]").Where(IsHidden)];
        double left = body.Descendants<IText>().Sum(text => (long)text.Length) * LargestShare;
        foreach (IText text in hidden.SelectMany(element => element.Descendants<IText>()))
        {
            // What lies in two hidden elements counts twice; so the sum is soon too large, and never long to find.
            left -= text.Length;
            if (left < 0)
            {
                return;
            }
        }

        foreach (IElement element in hidden)
        {
            element.Remove();
        }
    }

    private static bool IsHidden(IElement element) => element.HasAttribute("hidden") || HiddenElement.HidesByStyle(element.GetAttribute("style"));
}

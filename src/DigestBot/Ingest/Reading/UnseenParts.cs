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
        var hidden = new List<IElement>();
        long length = document.Body is { } body ? Measure(body, hidden) : 0;
        double left = length * LargestShare;
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

    // The depth is bounded, because the tree was built under MarkupLimits.
    private static long Measure(IElement parent, List<IElement> hidden)
    {
        long length = 0;
        INodeList children = parent.ChildNodes;
        for (int i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement child)
            {
                if (child.Attributes.Length > 0 && IsHidden(child))
                {
                    hidden.Add(child);
                }

                length += Measure(child, hidden);
            }
            else if (children[i] is IText text)
            {
                length += text.Length;
            }
        }

        return length;
    }

    private static bool IsHidden(IElement element) => element.HasAttribute("hidden") || HiddenElement.HidesByStyle(element.GetAttribute("style"));
}

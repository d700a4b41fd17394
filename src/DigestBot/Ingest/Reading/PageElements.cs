using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>The elements of a page that tell something about its article, found in one walk and in the page's order.</summary>
internal sealed class PageElements
{
    private const int DatesRead = 3;

    private readonly List<IElement> _meta = [];
    private readonly List<IElement> _linkedData = [];
    private readonly List<IElement> _headings = [];
    private readonly List<IElement> _dates = [];

    /// <summary>Meta elements with a content.</summary>
    public IReadOnlyList<IElement> Meta => _meta;

    /// <summary>Scripts that hold JSON-LD.</summary>
    public IReadOnlyList<IElement> LinkedData => _linkedData;

    /// <summary>Headings of the first level.</summary>
    public IReadOnlyList<IElement> Headings => _headings;

    /// <summary>The first few elements that are made for a date.</summary>
    public IReadOnlyList<IElement> Dates => _dates;

    /// <summary>The first element that is made for the author.</summary>
    public IElement? Author { get; private set; }

    /// <summary>The first link to the page's own address.</summary>
    public IElement? Canonical { get; private set; }

    /// <summary>The first link to the same article in a plainer form: AMP, or else for print.</summary>
    public IElement? Plainer { get; private set; }

    /// <summary>Finds them, and trims each element on the way.</summary>
    public static PageElements Find(IHtmlDocument document)
    {
        var found = new PageElements();
        if (document.DocumentElement is { } root)
        {
            found.Walk(root);
        }

        return found;
    }

    // The depth is bounded, because the tree was built under MarkupLimits.
    private void Walk(IElement element)
    {
        if (element.Attributes.Length > 0)
        {
            OverlongAttributes.Remove(element);
        }

        Add(element);
        INodeList children = element.ChildNodes;
        for (int i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement child)
            {
                Walk(child);
            }
        }
    }

    private void Add(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta" when element.HasAttribute("content"):
                _meta.Add(element);
                break;
            case "script" when element.GetAttribute("type") == "application/ld+json":
                _linkedData.Add(element);
                break;
            case "h1":
                _headings.Add(element);
                break;
            case "link" when Canonical is null && HasWord(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase):
                Canonical = element;
                break;
            case "link" when HasWord(element.GetAttribute("rel"), "amphtml", StringComparison.OrdinalIgnoreCase) || (Plainer is null && IsForPrint(element)):
                Plainer = element;
                break;
        }

        if (_dates.Count < DatesRead && IsDate(element))
        {
            _dates.Add(element);
        }

        if (Author is null && IsAuthor(element))
        {
            Author = element;
        }
    }

    private static bool IsForPrint(IElement element) =>
        HasWord(element.GetAttribute("rel"), "alternate", StringComparison.OrdinalIgnoreCase)
        && HasWord(element.GetAttribute("media"), "print", StringComparison.OrdinalIgnoreCase);

    private static bool IsDate(IElement element) =>
        (element.LocalName == "time" && (element.HasAttribute("pubdate") || element.HasAttribute("datetime")))
        || element.GetAttribute("itemprop") == "datePublished";

    private static bool IsAuthor(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return false;
        }

        string? names = element.ClassName;
        return element.GetAttribute("rel") == "author" || element.GetAttribute("itemprop") == "author"
            || HasWord(names, "byline", StringComparison.Ordinal) || HasWord(names, "author", StringComparison.Ordinal);
    }

    private static bool HasWord(string? words, string wanted, StringComparison comparison)
    {
        if (words is null || !words.Contains(wanted, comparison))
        {
            return false;
        }

        foreach (Range word in words.AsSpan().SplitAny(" \t\r\n\f"))
        {
            if (words.AsSpan(word).Equals(wanted, comparison))
            {
                return true;
            }
        }

        return false;
    }
}

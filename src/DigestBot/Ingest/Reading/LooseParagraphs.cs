using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>All paragraphs of a page that look like prose, wherever they stand: what is left where no article is found.</summary>
internal sealed class LooseParagraphs
{
    private const int ShortestProse = 60;

    private readonly PlainTextBuilder _text = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public static string Read(IHtmlDocument document)
    {
        var paragraphs = new LooseParagraphs();
        if (document.DocumentElement is { } root)
        {
            paragraphs.Walk(root);
        }

        return paragraphs._text.ToString();
    }

    // The depth is bounded, because the tree was built under MarkupLimits.
    private void Walk(IElement element)
    {
        if (IsElsewhere(element))
        {
            return;
        }

        if (element.LocalName == "p")
        {
            Add(element);
        }

        INodeList children = element.ChildNodes;
        for (int i = 0; i < children.Length; i++)
        {
            if (children[i] is IElement child)
            {
                Walk(child);
            }
        }
    }

    private void Add(IElement paragraph)
    {
        string prose = HtmlText.OneLine(SoftHyphens.Drop(paragraph.TextContent));
        if (prose.Length < ShortestProse)
        {
            return;
        }

        int links = paragraph.Descendants<IElement>().Where(element => element.LocalName == "a").Sum(link => link.TextContent.Length);
        if (!BlockRules.IsBoilerplate(prose, links) && _seen.Add(prose))
        {
            _text.Append(prose);
            _text.Paragraph();
        }
    }

    private static bool IsElsewhere(IElement element) =>
        element.LocalName is "nav" or "footer" or "aside" or "form" or "noscript" or "header"
        || (element.Attributes.Length > 0 && (IsNamedElsewhere(element.ClassName) || IsNamedElsewhere(element.Id)));

    private static bool IsNamedElsewhere(string? name) =>
        !string.IsNullOrEmpty(name) && (name.Contains("comment", StringComparison.Ordinal) || name.Contains("cookie", StringComparison.Ordinal));
}

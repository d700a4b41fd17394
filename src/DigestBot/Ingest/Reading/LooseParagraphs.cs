using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>All paragraphs of a page that look like prose, wherever they stand: what is left where no article is found.</summary>
internal static class LooseParagraphs
{
    private const int ShortestProse = 60;
    private const string Elsewhere = "nav, footer, aside, form, noscript, header, [class*=comment], [id*=comment], [class*=cookie], [id*=cookie]";

    public static string Read(IHtmlDocument document)
    {
        var text = new PlainTextBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        HashSet<INode> elsewhere = [.. document.QuerySelectorAll(Elsewhere)];
        foreach (IElement paragraph in document.QuerySelectorAll("p"))
        {
            string prose = HtmlText.OneLine(SoftHyphens.Drop(paragraph.TextContent));
            int links = paragraph.QuerySelectorAll("a").Sum(link => link.TextContent.Length);
            if (prose.Length >= ShortestProse && !BlockRules.IsBoilerplate(prose, links)
                && !elsewhere.Overlaps(paragraph.GetAncestors()) && !elsewhere.Contains(paragraph) && seen.Add(prose))
            {
                text.Append(prose);
                text.Paragraph();
            }
        }

        return text.ToString();
    }
}

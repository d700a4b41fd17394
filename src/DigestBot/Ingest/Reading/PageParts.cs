using AngleSharp.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>Measures the blocks of a page in one walk. What <see cref="BlockRules"/> drops is not looked at.</summary>
internal sealed class PageParts
{
    private int _length;
    private int _links;
    private int _listItems;

    private PageParts()
    {
    }

    public static PagePart Measure(IElement body)
    {
        var parts = new PageParts();
        var root = new PagePart(body, around: null);
        parts.Walk(body, root, isInLink: false);
        parts.EndRun(root);
        return root;
    }

    // The depth is bounded, because the tree was built under MarkupLimits.
    private void Walk(IElement element, PagePart part, bool isInLink)
    {
        INodeList children = element.ChildNodes;
        for (int i = 0; i < children.Length; i++)
        {
            if (children[i] is IText text)
            {
                int length = Count(text.Data);
                _length += length;
                _links += isInLink ? length : 0;
            }
            else if (children[i] is IElement child && !BlockRules.IsDropped(child))
            {
                if (HtmlNames.IsBlock(child.LocalName))
                {
                    EndRun(part);
                    WalkBlock(child, part, isInLink);
                }
                else
                {
                    Walk(child, part, isInLink || BlockRules.IsLink(child));
                }
            }
        }
    }

    private void WalkBlock(IElement element, PagePart around, bool isInLink)
    {
        int isListItem = element.LocalName == "li" ? 1 : 0;
        var part = new PagePart(element, around);
        _listItems += isListItem;
        Walk(element, part, isInLink);
        EndRun(part);
        _listItems -= isListItem;
        if (part.Length > 0)
        {
            around.Add(part);
        }
    }

    private void EndRun(PagePart part)
    {
        if (_length > 0)
        {
            part.AddRun(_length, _links, _listItems > 0);
        }

        _length = 0;
        _links = 0;
    }

    // White space counts once for each run of it, and not at all at the end.
    private static int Count(string text)
    {
        int count = 0;
        bool afterSpace = true;
        foreach (char c in text)
        {
            bool isSpace = PlainTextBuilder.IsSpace(c);
            count += isSpace && afterSpace ? 0 : 1;
            afterSpace = isSpace;
        }

        return count > 0 && afterSpace ? count - 1 : count;
    }
}

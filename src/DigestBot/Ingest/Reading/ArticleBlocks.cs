using AngleSharp.Dom;

namespace DigestBot.Ingest.Reading;

/// <summary>Turns the part of a page that holds the article into paragraphs, without captions, teasers, bylines and the like.</summary>
internal sealed class ArticleBlocks
{
    private const double LargestDrop = 0.4;

    private static readonly HashSet<IElement> Nothing = [];

    private readonly string? _title;
    private readonly IReadOnlySet<IElement> _without;
    private readonly int _length;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly PlainTextBuilder _text = new();
    private readonly PlainTextBuilder _block = new();
    private int _linkLength;

    private ArticleBlocks(string? title, int length, IReadOnlySet<IElement> without) => (_title, _length, _without) = (title, length, without);

    /// <param name="content">The part of the page.</param>
    /// <param name="title">The article's title, which is no part of its text.</param>
    /// <param name="without">Elements in it that are no part of the article.</param>
    public static string Read(IElement content, string? title, IReadOnlySet<IElement>? without = null)
    {
        var blocks = new ArticleBlocks(title, content.TextContent.Length, without ?? Nothing);
        blocks.Walk(content, isInLink: false);
        blocks.EndBlock();
        return blocks._text.ToString();
    }

    // The depth is bounded, because the tree was built under MarkupLimits.
    private void Walk(INode parent, bool isInLink)
    {
        INodeList children = parent.ChildNodes;
        for (int i = 0; i < children.Length; i++)
        {
            if (children[i] is IText text)
            {
                _block.Append(SoftHyphens.Drop(text.Data));
                _linkLength += isInLink ? HtmlText.OneLine(text.Data).Length : 0;
            }
            else if (children[i] is IElement element && !BlockRules.IsDropped(element) && !_without.Contains(element) && !IsNamedAway(element))
            {
                WalkElement(element, isInLink);
            }
        }
    }

    private void WalkElement(IElement element, bool isInLink)
    {
        bool isBlock = HtmlNames.IsBlock(element.LocalName);
        if (isBlock)
        {
            EndBlock();
        }
        else if (element.LocalName == "br")
        {
            _block.Line();
        }
        else if (element.LocalName is "td" or "th")
        {
            _block.Space();
        }

        Walk(element, isInLink || BlockRules.IsLink(element));
        if (isBlock)
        {
            EndBlock();
        }
    }

    private void EndBlock()
    {
        string block = _block.ToString();
        int links = _linkLength;
        _block.Clear();
        _linkLength = 0;
        if (block.Length == 0 || BlockRules.IsBoilerplate(block, links) || IsTitle(block) || !_seen.Add(block))
        {
            return;
        }

        _text.Paragraph();
        AppendLines(block);
    }

    private void AppendLines(string block)
    {
        foreach (ReadOnlySpan<char> line in block.AsSpan().EnumerateLines())
        {
            _text.Append(line);
            _text.Line();
        }
    }

    // A name such as "related" on most of the article is about something else.
    private bool IsNamedAway(IElement element) =>
        BlockRules.HasDroppedName(element) && element.TextContent.Length < _length * LargestDrop;

    private bool IsTitle(string block) => _title is not null && block.Equals(_title, StringComparison.OrdinalIgnoreCase);
}

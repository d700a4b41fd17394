namespace DigestBot.Ingest.Reading;

/// <summary>Builds the elements of a feed from markup that need not be well-formed, in linear time and bounded size and depth.</summary>
internal sealed class FeedTree
{
    /// <summary>Elements of one feed or list; the largest that were found have some ten thousand.</summary>
    public const int MaxElements = 250_000;

    private readonly string _source;
    private readonly FeedNames _names = new();
    private readonly List<OpenElement> _open = [];
    private int _count;

    private FeedTree(string source, Uri? address)
    {
        _source = source;
        Root = new FeedNode("#document", source, attributes: default, innerStart: 0) { Base = address };
        _open.Add(new OpenElement(Root, default, 0));
    }

    private FeedNode Root { get; }

    private FeedNode Current => _open[^1].Node;

    private bool IsTooDeep { get; set; }

    private bool IsTooLarge => _count > MaxElements;

    /// <summary>The document node; elements deeper than <see cref="MarkupLimits.MaxDepth"/> are left out and reported.</summary>
    public static FeedNode Build(string source, Uri? address, List<string> problems)
    {
        var tree = new FeedTree(source, address);
        tree.Build();
        if (tree.IsTooDeep)
        {
            problems.Add($"The feed nests its elements more than {MarkupLimits.MaxDepth} deep; what is deeper was left out.");
        }

        if (tree.IsTooLarge)
        {
            problems.Add($"The document has more than {MaxElements / 1000},000 elements; the rest was left out.");
        }

        return tree.Root;
    }

    private void Build()
    {
        var scanner = new MarkupScanner(_source, html: false);
        while (!IsTooLarge && scanner.Read())
        {
            switch (scanner.Kind)
            {
                case MarkupTokenKind.Text:
                case MarkupTokenKind.CData:
                    Current.AddText(scanner.ContentStart, scanner.Content.Length, isLiteral: scanner.Kind == MarkupTokenKind.CData);
                    break;
                case MarkupTokenKind.StartTag:
                    Open(scanner);
                    break;
                default:
                    Close(scanner.Name, scanner.Start);
                    break;
            }
        }

        CloseTo(1, IsTooLarge ? scanner.Start : _source.Length);
    }

    private void Open(in MarkupScanner tag)
    {
        if (IsEntry(tag.LocalName))
        {
            CloseForgottenEntry(tag.Start);
        }

        if (_open.Count > MarkupLimits.MaxDepth)
        {
            IsTooDeep = true;
            return;
        }

        if (++_count > MaxElements)
        {
            return;
        }

        FeedNode parent = Current;
        XmlAttributes given = XmlAttributes.Read(tag.Content);
        _names.Declare(given.Namespaces, _open.Count);
        var node = new FeedNode(_names.Resolve(tag.Name), _source, tag.ContentStart..(tag.ContentStart + tag.Content.Length), tag.End)
        {
            Base = (given.Base is null ? null : WebAddress.Combine(parent.Base, given.Base)) ?? parent.Base,
            Language = given.Language ?? parent.Language,
        };
        parent.Add(node);
        if (tag.IsSelfClosing || IsAlwaysEmpty(tag.Name))
        {
            node.InnerEnd = tag.End;
            _names.Forget(_open.Count);
        }
        else
        {
            _open.Add(new OpenElement(node, (tag.Start + 1)..(tag.Start + 1 + tag.Name.Length), HashOf(tag.Name)));
        }
    }

    private void Close(ReadOnlySpan<char> rawName, int at)
    {
        int hash = HashOf(rawName);
        for (int i = _open.Count - 1; i > 0; i--)
        {
            if (_open[i].NameHash == hash && rawName.Equals(_source.AsSpan(_open[i].Name), StringComparison.OrdinalIgnoreCase))
            {
                CloseTo(i, at);
                return;
            }
        }
    }

    // An entry never stands in another one: the first was not closed.
    private void CloseForgottenEntry(int at)
    {
        for (int i = _open.Count - 1; i > 0; i--)
        {
            if (IsEntry(_open[i].Node.LocalName))
            {
                CloseTo(i, at);
                return;
            }
        }
    }

    private void CloseTo(int count, int at)
    {
        for (int i = count; i < _open.Count; i++)
        {
            _open[i].Node.InnerEnd = at;
        }

        _open.RemoveRange(count, _open.Count - count);
        _names.Forget(count);
    }

    private static int HashOf(ReadOnlySpan<char> name) => string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsEntry(ReadOnlySpan<char> name) =>
        name.Equals("item", StringComparison.OrdinalIgnoreCase) || name.Equals("entry", StringComparison.OrdinalIgnoreCase);

    // HTML pasted into a feed without escaping leaves these open.
    private static bool IsAlwaysEmpty(ReadOnlySpan<char> name) =>
        name.Equals("br", StringComparison.OrdinalIgnoreCase)
        || name.Equals("img", StringComparison.OrdinalIgnoreCase)
        || name.Equals("hr", StringComparison.OrdinalIgnoreCase);

    /// <summary>An element that is not closed yet, and where its name is written.</summary>
    private readonly record struct OpenElement(FeedNode Node, Range Name, int NameHash);
}

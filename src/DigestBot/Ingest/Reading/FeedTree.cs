namespace DigestBot.Ingest.Reading;

/// <summary>Builds the elements of a feed from markup that need not be well-formed, in linear time and bounded depth.</summary>
internal sealed class FeedTree
{
    private const int MaxAttributes = 64;
    private const int MaxNamespaces = 256;

    private readonly string _source;
    private readonly List<(FeedNode Node, string RawName)> _open = [];
    private readonly List<(string Prefix, string Name, int Depth)> _namespaces = [];

    private FeedTree(string source, Uri? address)
    {
        _source = source;
        Root = new FeedNode("#document", source, 0) { Base = address };
        _open.Add((Root, string.Empty));
    }

    private FeedNode Root { get; }

    private FeedNode Current => _open[^1].Node;

    private bool IsTooDeep { get; set; }

    /// <summary>The document node; elements deeper than <see cref="MarkupLimits.MaxDepth"/> are left out and reported.</summary>
    public static FeedNode Build(string source, Uri? address, List<string> problems)
    {
        var tree = new FeedTree(source, address);
        tree.Build();
        if (tree.IsTooDeep)
        {
            problems.Add($"The feed nests its elements more than {MarkupLimits.MaxDepth} deep; what is deeper was left out.");
        }

        return tree.Root;
    }

    private void Build()
    {
        var scanner = new MarkupScanner(_source, html: false);
        while (scanner.Read())
        {
            switch (scanner.Kind)
            {
                case MarkupTokenKind.Text:
                    Current.AddText(CharacterReferences.Decode(scanner.Content));
                    break;
                case MarkupTokenKind.CData:
                    Current.AddText(scanner.Content);
                    break;
                case MarkupTokenKind.StartTag:
                    Open(scanner);
                    break;
                default:
                    Close(scanner.Name, scanner.Start);
                    break;
            }
        }

        CloseTo(1, _source.Length);
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

        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        ReadAttributes(tag.Content, attributes, _open.Count);
        string name = Resolve(tag.Name);
        FeedNode parent = Current;
        var node = new FeedNode(name, _source, tag.End)
        {
            Base = (attributes.TryGetValue("xml:base", out string? given) ? WebAddress.Combine(parent.Base, given) : null) ?? parent.Base,
            Language = attributes.GetValueOrDefault("xml:lang") ?? parent.Language,
        };
        foreach ((string key, string value) in attributes)
        {
            node.Attributes.TryAdd(key, value);
        }

        parent.Add(node);
        _open.Add((node, tag.Name.ToString()));
        if (tag.IsSelfClosing || IsAlwaysEmpty(tag.Name))
        {
            CloseTo(_open.Count - 1, tag.End);
        }
    }

    private void ReadAttributes(ReadOnlySpan<char> written, Dictionary<string, string> attributes, int depth)
    {
        var all = new MarkupAttributes(written);
        while (attributes.Count < MaxAttributes && all.Read())
        {
            string name = all.Name.ToString().ToLowerInvariant();
            string value = CharacterReferences.Decode(all.Value);
            attributes.TryAdd(name, value);
            if (_namespaces.Count >= MaxNamespaces)
            {
                continue;
            }

            if (name == "xmlns")
            {
                _namespaces.Add((string.Empty, FeedNamespaces.FromAddress(value, isDefault: true), depth));
            }
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                _namespaces.Add((name[6..], FeedNamespaces.FromAddress(value, isDefault: false), depth));
            }
        }
    }

    private string Resolve(ReadOnlySpan<char> rawName)
    {
        int colon = rawName.IndexOf(':');
        string prefix = colon < 0 ? string.Empty : rawName[..colon].ToString().ToLowerInvariant();
        string local = rawName[(colon + 1)..].ToString().ToLowerInvariant();
        string name = FeedNamespaces.FromPrefix(prefix);
        for (int i = _namespaces.Count - 1; i >= 0; i--)
        {
            if (_namespaces[i].Prefix == prefix)
            {
                name = _namespaces[i].Name;
                break;
            }
        }

        return name.Length == 0 ? local : $"{name}:{local}";
    }

    private void Close(ReadOnlySpan<char> rawName, int at)
    {
        for (int i = _open.Count - 1; i > 0; i--)
        {
            if (rawName.Equals(_open[i].RawName, StringComparison.OrdinalIgnoreCase))
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
        while (_namespaces.Count > 0 && _namespaces[^1].Depth >= count)
        {
            _namespaces.RemoveAt(_namespaces.Count - 1);
        }
    }

    private static bool IsEntry(ReadOnlySpan<char> name) =>
        name.Equals("item", StringComparison.OrdinalIgnoreCase) || name.Equals("entry", StringComparison.OrdinalIgnoreCase);

    // HTML pasted into a feed without escaping leaves these open.
    private static bool IsAlwaysEmpty(ReadOnlySpan<char> name) =>
        name.Equals("br", StringComparison.OrdinalIgnoreCase)
        || name.Equals("img", StringComparison.OrdinalIgnoreCase)
        || name.Equals("hr", StringComparison.OrdinalIgnoreCase);
}

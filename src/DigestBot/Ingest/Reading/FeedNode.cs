using System.Text;

namespace DigestBot.Ingest.Reading;

/// <summary>One element of a feed, named "namespace:local" in lower case ("atom:title"; "title" for RSS's own).</summary>
internal sealed class FeedNode(string name, string source, int innerStart)
{
    private readonly List<FeedNode> _children = [];
    private StringBuilder? _collected;
    private string? _text;

    public string Name { get; } = name;

    public IReadOnlyList<FeedNode> Children => _children;

    /// <summary>Lower-case names as written, with their values decoded; of two of one name the first counts.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>What relative addresses in it are relative to, or null.</summary>
    public Uri? Base { get; set; }

    /// <summary>The xml:lang that holds here, or null.</summary>
    public string? Language { get; set; }

    /// <summary>Where its end tag starts.</summary>
    public int InnerEnd { get; set; }

    public string LocalName => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Its own character data, decoded, without that of its children.</summary>
    public string Text => _text ??= TextRepair.UndoDoubleEncoding(_collected?.ToString().Trim() ?? string.Empty);

    /// <summary>What stands between its tags, as written.</summary>
    public string InnerMarkup => TextRepair.UndoDoubleEncoding(source[innerStart..Math.Max(innerStart, InnerEnd)]);

    public void Add(FeedNode child) => _children.Add(child);

    public void AddText(ReadOnlySpan<char> text)
    {
        _text = null;
        (_collected ??= new StringBuilder()).Append(text);
    }

    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    /// <summary>The first child of the first of these names that there is.</summary>
    public FeedNode? Child(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (FeedNode child in _children)
            {
                if (child.Name == name)
                {
                    return child;
                }
            }
        }

        return null;
    }

    public IEnumerable<FeedNode> All(string name) => _children.Where(child => child.Name == name);

    /// <summary>The text of the first child of these names whose text is not empty, or null.</summary>
    public string? ChildText(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (FeedNode child in _children)
            {
                if (child.Name == name && child.Text is { Length: > 0 } text)
                {
                    return text;
                }
            }
        }

        return null;
    }
}

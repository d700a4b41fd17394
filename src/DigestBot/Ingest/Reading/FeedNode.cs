using System.Text;

namespace DigestBot.Ingest.Reading;

/// <summary>One element of a feed, named "namespace:local" in lower case ("atom:title"; "title" for RSS's own).</summary>
/// <remarks>Keeps where its parts stand and reads them when they are asked for: most of a feed is never asked for.</remarks>
internal sealed class FeedNode(string name, string source, Range attributes, int innerStart)
{
    /// <summary>Attributes of one element that are looked at.</summary>
    public const int MaxAttributes = 64;

    private static readonly List<FeedNode> Childless = [];

    private List<FeedNode>? _children;
    private TextRun _firstRun;
    private List<TextRun>? _moreRuns;
    private string? _text;

    public string Name { get; } = name;

    public IReadOnlyList<FeedNode> Children => _children ?? Childless;

    /// <summary>What relative addresses in it are relative to, or null.</summary>
    public Uri? Base { get; set; }

    /// <summary>The xml:lang that holds here, or null.</summary>
    public string? Language { get; set; }

    /// <summary>Where its end tag starts.</summary>
    public int InnerEnd { get; set; }

    public ReadOnlySpan<char> LocalName => Name.AsSpan(Name.IndexOf(':', StringComparison.Ordinal) + 1);

    /// <summary>Its own character data, decoded, without that of its children.</summary>
    public string Text => _text ??= TextRepair.UndoDoubleEncoding(ReadText());

    /// <summary>What stands between its tags, as written.</summary>
    public string InnerMarkup => TextRepair.UndoDoubleEncoding(source[innerStart..Math.Max(innerStart, InnerEnd)]);

    public void Add(FeedNode child) => (_children ??= []).Add(child);

    /// <summary>Adds character data that stands in the source, as written.</summary>
    /// <param name="start">Its offset.</param>
    /// <param name="length">Its length.</param>
    /// <param name="isLiteral">It holds no character references.</param>
    public void AddText(int start, int length, bool isLiteral)
    {
        var run = new TextRun(start, length, isLiteral);
        if (_firstRun.Length > 0)
        {
            (_moreRuns ??= []).Add(run);
        }
        else if (!source.AsSpan(start, length).IsWhiteSpace())
        {
            _firstRun = run; // the white space before is trimmed away in any case
        }
    }

    /// <summary>The decoded value of an attribute, named in lower case, or null; of two of one name the first counts.</summary>
    public string? Attribute(string name) => TryFind(name, out ReadOnlySpan<char> value) ? CharacterReferences.Decode(value) : null;

    public bool HasAttribute(string name) => TryFind(name, out _);

    /// <summary>The first child of the first of these names that there is.</summary>
    public FeedNode? Child(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (FeedNode child in _children ?? Childless)
            {
                if (child.Name == name)
                {
                    return child;
                }
            }
        }

        return null;
    }

    public IEnumerable<FeedNode> All(string name) => Children.Where(child => child.Name == name);

    /// <summary>The text of the first child of these names whose text is not empty, or null.</summary>
    public string? ChildText(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (FeedNode child in _children ?? Childless)
            {
                if (child.Name == name && child.Text is { Length: > 0 } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    private bool TryFind(string name, out ReadOnlySpan<char> value)
    {
        var all = new MarkupAttributes(source.AsSpan(attributes));
        for (int i = 0; i < MaxAttributes && all.Read(); i++)
        {
            if (all.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = all.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    private string ReadText()
    {
        if (_moreRuns is null)
        {
            return _firstRun.Read(source).Trim();
        }

        var text = new StringBuilder(_firstRun.Read(source));
        foreach (TextRun run in _moreRuns)
        {
            text.Append(run.Read(source));
        }

        return text.ToString().Trim();
    }

    private readonly record struct TextRun(int Start, int Length, bool IsLiteral)
    {
        public string Read(string source)
        {
            ReadOnlySpan<char> written = source.AsSpan(Start, Length);
            return IsLiteral ? written.ToString() : CharacterReferences.Decode(written);
        }
    }
}

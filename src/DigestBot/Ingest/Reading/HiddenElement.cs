namespace DigestBot.Ingest.Reading;

/// <summary>Follows the tags through an element that is not for reading, to its end.</summary>
internal struct HiddenElement
{
    private string? _name;
    private int _depth;

    public readonly bool IsOpen => _name is not null;

    /// <summary>Takes the next tag; true if it belongs to a hidden element.</summary>
    public bool Covers(in MarkupScanner tag)
    {
        if (_name is null)
        {
            return tag.Kind == MarkupTokenKind.StartTag && StartsHidden(tag);
        }

        if (tag.LocalName.Equals(_name, StringComparison.OrdinalIgnoreCase) && !tag.IsSelfClosing)
        {
            _depth += tag.Kind == MarkupTokenKind.StartTag ? 1 : -1;
            if (_depth == 0)
            {
                _name = null;
            }
        }

        return true;
    }

    /// <summary>Whether an inline style keeps an element from being seen.</summary>
    public static bool HidesByStyle(ReadOnlySpan<char> style)
    {
        if (style.IsEmpty)
        {
            return false;
        }

        string compact = style.ToString().Replace(" ", string.Empty, StringComparison.Ordinal);
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private bool StartsHidden(in MarkupScanner tag)
    {
        if (tag.IsSelfClosing || HtmlNames.IsVoid(tag.LocalName)
            || !(HtmlNames.IsUnseen(tag.LocalName) || IsHidden(tag.Content)))
        {
            return false;
        }

        _name = tag.LocalName.ToString();
        _depth = 1;
        return true;
    }

    private static bool IsHidden(ReadOnlySpan<char> attributes)
    {
        var all = new MarkupAttributes(attributes);
        while (all.Read())
        {
            bool hides = all.Name.Length switch
            {
                5 => all.Name.Equals("style", StringComparison.OrdinalIgnoreCase) && HidesByStyle(all.Value),
                6 => all.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase),
                11 => all.Name.Equals("aria-hidden", StringComparison.OrdinalIgnoreCase) && all.Value.Equals("true", StringComparison.OrdinalIgnoreCase),
                _ => false,
            };
            if (hides)
            {
                return true;
            }
        }

        return false;
    }
}

using System.Buffers;

namespace DigestBot.Ingest.Reading;

/// <summary>Walks the attributes of one tag as <see cref="MarkupScanner"/> leaves them, in one linear pass.</summary>
internal ref struct MarkupAttributes(ReadOnlySpan<char> attributes)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f=/");

    private ReadOnlySpan<char> _rest = attributes;

    /// <summary>As written, with any prefix.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>As written: character references are still in it.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    public bool Read()
    {
        _rest = _rest.TrimStart(" \t\r\n\f/\"'=");
        if (_rest.IsEmpty)
        {
            return false;
        }

        int nameEnd = _rest.IndexOfAny(NameEnds);
        Name = nameEnd < 0 ? _rest : _rest[..nameEnd];
        _rest = nameEnd < 0 ? default : _rest[nameEnd..];

        ReadOnlySpan<char> afterName = _rest.TrimStart(" \t\r\n\f");
        Value = default;
        if (afterName.StartsWith('='))
        {
            ReadValue(afterName[1..].TrimStart(" \t\r\n\f"));
        }

        return true;
    }

    /// <summary>The decoded value of the first attribute of that name, or null.</summary>
    public static string? Find(ReadOnlySpan<char> attributes, string name)
    {
        var all = new MarkupAttributes(attributes);
        while (all.Read())
        {
            if (all.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return CharacterReferences.Decode(all.Value);
            }
        }

        return null;
    }

    private void ReadValue(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty || value[0] is not ('"' or '\''))
        {
            int end = value.IndexOfAny(" \t\r\n\f");
            Value = end < 0 ? value : value[..end];
            _rest = end < 0 ? default : value[end..];
            return;
        }

        int close = value[1..].IndexOf(value[0]);
        Value = close < 0 ? value[1..] : value.Slice(1, close);
        _rest = close < 0 ? default : value[(close + 2)..];
    }
}

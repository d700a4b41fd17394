using System.Buffers;

namespace DigestBot.Ingest.Reading;

/// <summary>
/// Cuts XML or HTML, however broken, into tags and text in one linear pass: it builds no tree, expands no entity and
/// never fails. Comments, processing instructions and DOCTYPEs (with their internal subset) are skipped.
/// </summary>
internal ref struct MarkupScanner(ReadOnlySpan<char> source, bool html)
{
    private const string CDataStart = "<![CDATA[";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private readonly ReadOnlySpan<char> _source = source;
    private int _next;
    private int _rawTextEnd = -1;
    private bool _lacksInstructionEnd;

    public MarkupTokenKind Kind { get; private set; }

    /// <summary>Offset of the token, and of what follows it.</summary>
    public int Start { get; private set; }

    public readonly int End => _next;

    /// <summary>Of a tag, as written, with any prefix; empty for text.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The text, or all attributes of a tag as written.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>Offset of <see cref="Content"/>.</summary>
    public int ContentStart { get; private set; }

    /// <summary>The tag ends with "/>".</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>The tag's name without a prefix.</summary>
    public readonly ReadOnlySpan<char> LocalName => Name[(Name.LastIndexOf(':') + 1)..];

    public bool Read()
    {
        while (_next < _source.Length)
        {
            Start = _next;
            if (_next < _rawTextEnd)
            {
                return Take(MarkupTokenKind.Text, _rawTextEnd);
            }

            if (_source[_next] != '<' || !IsMarkup(_next))
            {
                return Take(MarkupTokenKind.Text, FindMarkup(_next + 1));
            }

            char second = _source[_next + 1];
            if (second is '!' or '?')
            {
                if (_source[_next..].StartsWith(CDataStart, StringComparison.Ordinal))
                {
                    return ReadCData();
                }

                SkipDeclaration(second);
            }
            else
            {
                return ReadTag(isEnd: second == '/');
            }
        }

        return false;
    }

    private bool Take(MarkupTokenKind kind, int end)
    {
        Kind = kind;
        Name = default;
        Content = _source[Start..end];
        ContentStart = Start;
        IsSelfClosing = false;
        _next = end;
        return true;
    }

    // A "<" that starts nothing ("a < b", "<3") is text.
    private readonly bool IsMarkup(int at)
    {
        if (at + 1 >= _source.Length)
        {
            return false;
        }

        char second = _source[at + 1];
        return second is '!' or '?'
            || IsNameStart(second)
            || (second == '/' && at + 2 < _source.Length && IsNameStart(_source[at + 2]));
    }

    private readonly int FindMarkup(int from)
    {
        while (from < _source.Length)
        {
            int offset = _source[from..].IndexOf('<');
            if (offset < 0)
            {
                return _source.Length;
            }

            if (IsMarkup(from + offset))
            {
                return from + offset;
            }

            from += offset + 1;
        }

        return _source.Length;
    }

    private bool ReadCData()
    {
        int start = _next + CDataStart.Length;
        int end = IndexOf("]]>", start);
        Kind = MarkupTokenKind.CData;
        Name = default;
        Content = _source[start..(end < 0 ? _source.Length : end)];
        ContentStart = start;
        IsSelfClosing = false;
        _next = end < 0 ? _source.Length : end + 3;
        return true;
    }

    private bool ReadTag(bool isEnd)
    {
        int nameStart = _next + (isEnd ? 2 : 1);
        int nameLength = _source[nameStart..].IndexOfAny(NameEnds);
        int nameEnd = nameLength < 0 ? _source.Length : nameStart + nameLength;
        int close = FindTagEnd(nameEnd);
        int attributesEnd = close;

        IsSelfClosing = close > nameEnd && close <= _source.Length && _source[close - 1] == '/';
        if (IsSelfClosing)
        {
            attributesEnd--;
        }

        Kind = isEnd ? MarkupTokenKind.EndTag : MarkupTokenKind.StartTag;
        Name = _source[nameStart..nameEnd];
        Content = _source[nameEnd..Math.Max(nameEnd, attributesEnd)];
        ContentStart = nameEnd;
        _next = Math.Min(_source.Length, close + 1);
        if (html && !isEnd && HtmlNames.IsRawText(Name))
        {
            _rawTextEnd = FindRawTextEnd(Name);
        }

        return true;
    }

    // Quotes count only as values, so that an apostrophe lost among the attributes swallows nothing.
    private readonly int FindTagEnd(int from)
    {
        while (from < _source.Length)
        {
            int offset = _source[from..].IndexOfAny('>', '=');
            if (offset < 0 || _source[from + offset] == '>')
            {
                return offset < 0 ? _source.Length : from + offset;
            }

            from += offset + 1;
            while (from < _source.Length && char.IsWhiteSpace(_source[from]))
            {
                from++;
            }

            if (from < _source.Length && (_source[from] is '"' or '\''))
            {
                int length = _source[(from + 1)..].IndexOf(_source[from]);
                from = length < 0 ? _source.Length : from + length + 2;
            }
        }

        return _source.Length;
    }

    private readonly int FindRawTextEnd(ReadOnlySpan<char> name)
    {
        for (int from = _next; from < _source.Length; from += 2)
        {
            int offset = IndexOf("</", from);
            if (offset < 0)
            {
                break;
            }

            from = offset;
            if (_source[(offset + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return offset;
            }
        }

        return _source.Length;
    }

    private void SkipDeclaration(char second)
    {
        int end;
        if (_source[_next..].StartsWith("<!--", StringComparison.Ordinal))
        {
            // "<!-->" is a whole comment in HTML, so the end is looked for from its second dash.
            int close = IndexOf("-->", html ? _next + 2 : _next + 4);
            int bang = html ? _source[_next..(close < 0 ? _source.Length : close)].IndexOf("--!>", StringComparison.Ordinal) : -1;
            end = bang >= 0 ? _next + bang + 4 : close < 0 ? -1 : close + 3;
        }
        else if (second == '?' && !html && FindInstructionEnd() is >= 0 and int close)
        {
            end = close + 2;
        }
        else
        {
            end = FindDeclarationEnd(_next + 2);
        }

        _next = end < 0 ? _source.Length : end;
    }

    // Looked for once in vain, it need not be looked for again; otherwise many starts without an end cost a square.
    private int FindInstructionEnd()
    {
        int end = _lacksInstructionEnd ? -1 : IndexOf("?>", _next + 2);
        _lacksInstructionEnd = end < 0;
        return end;
    }

    // A DOCTYPE's internal subset ("[ … ]") holds ">" of its own.
    private readonly int FindDeclarationEnd(int from)
    {
        int stop = _source[from..].IndexOfAny('>', '[');
        if (stop < 0)
        {
            return -1;
        }

        if (html || _source[from + stop] == '>')
        {
            int close = _source[from..].IndexOf('>');
            return close < 0 ? -1 : from + close + 1;
        }

        int subsetEnd = _source[(from + stop)..].IndexOf(']');
        int end = subsetEnd < 0 ? -1 : _source[(from + stop + subsetEnd)..].IndexOf('>');
        return end < 0 ? -1 : from + stop + subsetEnd + end + 1;
    }

    private readonly int IndexOf(string value, int from)
    {
        int offset = from >= _source.Length ? -1 : _source[from..].IndexOf(value, StringComparison.Ordinal);
        return offset < 0 ? -1 : from + offset;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c is '_' or ':' || (c >= 0x80 && char.IsLetter(c));
}

using System.Globalization;

namespace DigestBot.Summaries;

/// <summary>Walks over a text token by token and folds each into a buffer; allocates nothing.</summary>
/// <param name="text">Any text.</param>
/// <param name="language">What it is written in: it decides what an apostrophe parts.</param>
internal ref struct TermReader(ReadOnlySpan<char> text, TextLanguage language = TextLanguage.General)
{
    // Longer tokens are garbage (base64, keys): the rest of them is read over.
    private const int MaxFolded = 60;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _partsArticles = language is TextLanguage.French or TextLanguage.Italian;
    private TokenBuffer _buffer;
    private int _length;
    private int _next;
    private int _pairedUpTo;
    private int _letters;
    private int _capitals;
    private bool _grouped;
    private bool _decimals;

    /// <summary>Offset of the current token.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind the current token, a possessive 's included.</summary>
    public readonly int End => _next;

    /// <summary>Whether the token was written with inner stops (U.S.).</summary>
    public bool Dotted { get; private set; }

    /// <summary>Whether the token consists of two or more capitals and nothing else.</summary>
    public readonly bool Capitals => _letters >= 2 && _capitals == _letters;

    /// <summary>Letters and digits of the current token, folded; valid until the next move.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ReadOnlySpan<char> Folded => ((ReadOnlySpan<char>)_buffer)[.._length];

    public bool MoveNext()
    {
        while (_next < _text.Length)
        {
            switch (CharKinds.Of(_text[_next]))
            {
                case CharKind.Letter or CharKind.Digit:
                    if (ReadWord())
                    {
                        return true;
                    }

                    break;
                default:
                    int width = IdeographAt(_next);
                    if (width > 0 && ReadIdeographs(width))
                    {
                        return true;
                    }

                    _next += width > 0 ? 0 : 1;
                    break;
            }
        }

        return false;
    }

    // Overlapping pairs; a character on its own only where the run has no other.
    private bool ReadIdeographs(int width)
    {
        Begin(_next);
        int second = IdeographAt(_next + width);
        _text.Slice(_next, width + second).CopyTo(_buffer);
        _length = width + second;
        bool alreadyPaired = second == 0 && _pairedUpTo == _next + width;
        _next += width;
        _pairedUpTo = _next + second;
        return !alreadyPaired;
    }

    private readonly int IdeographAt(int i)
    {
        if (i >= _text.Length)
        {
            return 0;
        }

        if (CharKinds.Of(_text[i]) == CharKind.Ideograph)
        {
            return 1;
        }

        // Planes 2 and 3 hold nothing but Han characters.
        bool rareHan = _text[i] is >= '\uD840' and <= '\uD8BF' && i + 1 < _text.Length && char.IsLowSurrogate(_text[i + 1]);
        return rareHan ? 2 : 0;
    }

    private void Begin(int start)
    {
        Start = start;
        Dotted = false;
        _length = 0;
        _letters = 0;
        _capitals = 0;
        _grouped = false;
        _decimals = false;
    }

    private bool ReadWord()
    {
        Begin(_next);
        for (; _next < _text.Length; _next++)
        {
            char c = _text[_next];
            CharKind kind = CharKinds.Of(c);
            if (kind == CharKind.Letter)
            {
                _letters++;
                _capitals += c is >= 'A' and <= 'Z' ? 1 : 0;
                Append(c);
            }
            else if (kind == CharKind.Digit)
            {
                AppendDigit(c);
            }
            else if (kind == CharKind.Ideograph || (kind == CharKind.Separator && !Joins(c)))
            {
                break;
            }
        }

        return _length > 0;
    }

    // Whether the word goes on behind this mark. Where it does not, what belongs to it has been read over.
    private bool Joins(char c)
    {
        if (_letters == 0)
        {
            return c switch
            {
                '.' => JoinsDecimals(),
                ',' => JoinsThousands(),
                _ => false,
            };
        }

        if (c == '.' && _letters == 1 && _length == 1 && InitialFollows(_next))
        {
            ReadDotted();
            return false;
        }

        return IsApostrophe(c) && NextIs(CharKind.Letter) && !EndsAtApostrophe();
    }

    // 3.5 becomes 3p5: distinct from 35, and still letters and digits only.
    private bool JoinsDecimals()
    {
        if (_decimals || !NextIs(CharKind.Digit))
        {
            return false;
        }

        _decimals = true;
        Append('p');
        return true;
    }

    private bool JoinsThousands()
    {
        _grouped = !_decimals && (_grouped || _length <= 3) && ThousandsFollow();
        return _grouped;
    }

    // U.S. and U.S.-led both give "us": single letters, each behind a stop.
    private void ReadDotted()
    {
        Dotted = true;
        while (_next < _text.Length && _text[_next] == '.' && InitialFollows(_next))
        {
            Append(_text[_next + 1]);
            _next += 2;
        }
    }

    private readonly bool InitialFollows(int stop) =>
        stop + 1 < _text.Length
        && CharKinds.Of(_text[stop + 1]) == CharKind.Letter
        && (stop + 2 >= _text.Length || !CharKinds.IsWordPart(_text[stop + 2]));

    private readonly bool NextIs(CharKind kind) => _next + 1 < _text.Length && CharKinds.Of(_text[_next + 1]) == kind;

    private readonly bool ThousandsFollow()
    {
        int end = _next + 4;
        bool threeDigits = end <= _text.Length
            && char.IsAsciiDigit(_text[end - 3]) && char.IsAsciiDigit(_text[end - 2]) && char.IsAsciiDigit(_text[end - 1]);
        return threeDigits && (end == _text.Length || !CharKinds.IsWordPart(_text[end]));
    }

    // 's 've 'll 're 'd 'm are dropped; l' d' qu' before a noun are dropped; don't and O'Brien are joined.
    private bool EndsAtApostrophe()
    {
        int end = _next + 1;
        while (end < _text.Length && end <= _next + 3 && CharKinds.Of(_text[end]) == CharKind.Letter)
        {
            end++;
        }

        ReadOnlySpan<char> rest = _text[(_next + 1)..end];
        if (IsClitic(rest))
        {
            _next = end;
            return true;
        }

        ReadOnlySpan<char> folded = Folded;
        bool elided = folded is "qu" || (_partsArticles && IsArticle(folded)) || (folded.Length == 1 && "ldjmntsc".Contains(folded[0], StringComparison.Ordinal));
        if (elided && rest.Length >= 2)
        {
            Begin(_next + 1);
        }

        return false;
    }

    private static bool IsClitic(ReadOnlySpan<char> rest) => rest is
        "s" or "S" or "m" or "M" or "d" or "D" or "ve" or "VE" or "ll" or "LL" or "re" or "RE";

    // French and Italian, before a vowel.
    private static bool IsArticle(ReadOnlySpan<char> folded) => folded is
        "jusqu" or "lorsqu" or "puisqu" or "un" or "all" or "dall" or "dell" or "nell" or "sull" or "coll" or "quell" or "quest";

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\uFF07';

    private void Append(char c)
    {
        if (_length < MaxFolded)
        {
            _length += Folding.Write(c, ((Span<char>)_buffer)[_length..]);
        }
    }

    private void AppendDigit(char c) =>
        Append(c <= '9' ? c : (char)('0' + Math.Max(0, CharUnicodeInfo.GetDecimalDigitValue(c))));

    [System.Runtime.CompilerServices.InlineArray(MaxFolded + 4)]
    private struct TokenBuffer
    {
        private char _first;
    }
}

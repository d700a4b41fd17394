using System.Buffers;

namespace DigestBot.Summaries;

/// <summary>Walks over a text from one sentence boundary to the next.</summary>
internal ref struct SentenceScanner
{
    private static readonly SearchValues<char> Interesting = SearchValues.Create(
        "\n\r\u2028\u2029\u0085\".!?\u2026\u203D\u2047\u2048\u2049\u061F\u06D4\u0964\u0965\u0589\u1362\u104B\u17D4" +
        "\u3002\uFF01\uFF1F\uFF61\uFE52");

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _caseless;
    private LineBreaks _lines;

    public SentenceScanner(ReadOnlySpan<char> text)
    {
        _text = text;
        _caseless = !HasCapital(text);
        _lines = new LineBreaks(text, _caseless);
    }

    /// <summary>Offset at which the sentence that starts here ends; behind the start unless nothing is left.</summary>
    public int NextBoundary(int start)
    {
        while (start < _text.Length && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        bool quoted = false; // an odd number of straight double quotes so far
        for (int i = NextInteresting(start); i < _text.Length; i = NextInteresting(i))
        {
            if (_text[i] == '"')
            {
                quoted = !quoted;
                i++;
            }
            else if (Punctuation.IsLineBreak(_text[i]))
            {
                if (_lines.EndsBlock(i, out int next))
                {
                    return next;
                }

                i = next;
            }
            else
            {
                int stopsEnd = StopsEnd(i);
                int end = ClosersEnd(i, stopsEnd, quoted);
                if (new StopContext(_text, _caseless, start, i, stopsEnd, end).EndsSentence())
                {
                    return end;
                }

                quoted ^= (_text[stopsEnd..end].Count('"') & 1) == 1;
                i = end;
            }
        }

        return _text.Length;
    }

    private readonly int NextInteresting(int from)
    {
        int skip = _text[from..].IndexOfAny(Interesting);
        return skip < 0 ? _text.Length : from + skip;
    }

    private static bool HasCapital(ReadOnlySpan<char> text)
    {
        if (text.ContainsAnyInRange('A', 'Z'))
        {
            return true;
        }

        foreach (char c in text)
        {
            if (c >= '\u00C0' && char.IsUpper(c))
            {
                return true;
            }
        }

        return false;
    }

    private readonly int StopsEnd(int stop)
    {
        int end = stop + 1;
        while (end < _text.Length && Punctuation.IsStop(_text[end]))
        {
            end++;
        }

        return end;
    }

    private readonly int ClosersEnd(int stop, int stopsEnd, bool quoted)
    {
        int end = stopsEnd;
        while (end < _text.Length && Closes(end, quoted))
        {
            quoted ^= _text[end] == '"';
            end++;
        }

        end = FootnoteEnd(SpacedGuillemetEnd(end));
        bool tokenized = stop > 0 && _text[stop - 1] == ' ' && end + 1 < _text.Length && _text[end] == ' ';
        return tokenized ? TokenizedClosersEnd(end, quoted) : end;
    }

    private readonly bool Closes(int i, bool quoted)
    {
        char c = _text[i];
        if (!Punctuation.IsCloser(c))
        {
            return false;
        }

        bool wordFollows = i + 1 < _text.Length && char.IsLetterOrDigit(_text[i + 1]);
        return c switch
        {
            '"' => quoted || !wordFollows,
            '\'' or '\u2019' or '\u201C' => !wordFollows,
            _ => true,
        };
    }

    // French puts a space before its closing quotes; German would have a word behind these.
    private readonly int SpacedGuillemetEnd(int end)
    {
        bool closes = end + 1 < _text.Length && (_text[end] is ' ' or '\u00A0' or '\u202F') && _text[end + 1] == '\u00BB'
            && (end + 2 == _text.Length || !char.IsLetterOrDigit(_text[end + 2]));
        return closes ? end + 2 : end;
    }

    // Reference marks of encyclopedias: "in 2003.[4]".
    private readonly int FootnoteEnd(int end)
    {
        while (end < _text.Length && _text[end] == '[')
        {
            int i = end + 1;
            while (i < _text.Length && i - end <= 3 && char.IsAsciiDigit(_text[i]))
            {
                i++;
            }

            if (i == end + 1 || i >= _text.Length || _text[i] != ']')
            {
                break;
            }

            end = i + 1;
        }

        return end;
    }

    // Tokenized text puts a space before everything: "he said . ''".
    private readonly int TokenizedClosersEnd(int end, bool quoted)
    {
        ReadOnlySpan<char> rest = _text[(end + 1)..];
        int length = rest.StartsWith("''") ? 2
            : rest[0] is ')' or '\u201D' || (rest[0] == '"' && quoted) ? 1
            : rest.StartsWith("-rrb-", StringComparison.OrdinalIgnoreCase) ? 5
            : 0;
        bool apart = length == rest.Length || (length < rest.Length && char.IsWhiteSpace(rest[length]));
        return length > 0 && apart ? end + 1 + length : end;
    }
}

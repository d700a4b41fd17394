namespace DigestBot.Summaries;

/// <summary>Tells line breaks that end a block from those that merely wrap a line.</summary>
/// <remarks>
/// A line is taken for wrapped if the next word would not have fitted on it, judged by the longest line of its paragraph.
/// Each paragraph is measured once, so the work stays linear.
/// </remarks>
internal ref struct LineBreaks(ReadOnlySpan<char> text, bool caseless)
{
    private const int MinWrapWidth = 40;
    private const int MaxWrapWidth = 130;

    private readonly ReadOnlySpan<char> _text = text;
    private int _measuredUpTo;
    private int _longest;

    /// <summary>Whether the line break at this offset ends a sentence; says too where the white space around it ends.</summary>
    public bool EndsBlock(int lineBreak, out int next)
    {
        next = SkipSpace(lineBreak, out int breaks);
        if (breaks > 1 || next >= _text.Length)
        {
            return true;
        }

        int lineStart = LineStart(lineBreak);
        int lineEnd = lineBreak;
        while (lineEnd > lineStart && char.IsWhiteSpace(_text[lineEnd - 1]))
        {
            lineEnd--;
        }

        if (StartsBlock(next))
        {
            return true;
        }

        bool unfinished = lineEnd > lineStart && _text[lineEnd - 1] is ',' or '-' or '\u2013' or '(' or '\u060C';
        if (unfinished || (!caseless && char.IsLower(_text[next])))
        {
            return false;
        }

        Measure(lineBreak, lineStart);
        bool wrapped = _longest is >= MinWrapWidth and <= MaxWrapWidth
            && lineEnd - lineStart + 1 + WordLength(next) > _longest;
        return !wrapped;
    }

    private readonly bool StartsBlock(int next)
    {
        char c = _text[next];
        bool marker = Punctuation.IsBullet(c) || c is '-' or '\u2013' or '\u2014';
        return marker && next + 1 < _text.Length && char.IsWhiteSpace(_text[next + 1]);
    }

    private readonly int SkipSpace(int from, out int breaks)
    {
        breaks = 0;
        int i = from;
        for (; i < _text.Length && char.IsWhiteSpace(_text[i]); i++)
        {
            bool counts = Punctuation.IsLineBreak(_text[i]) && !(_text[i] == '\n' && i > 0 && _text[i - 1] == '\r');
            breaks += _text[i] == '\u2029' ? 2 : counts ? 1 : 0;
        }

        return i;
    }

    // Bounded: beyond the widest wrap it does not matter how long the line is.
    private readonly int LineStart(int lineBreak)
    {
        int i = lineBreak;
        while (i > 0 && lineBreak - i <= 2 * MaxWrapWidth && !Punctuation.IsLineBreak(_text[i - 1]))
        {
            i--;
        }

        return i;
    }

    private readonly int WordLength(int start)
    {
        int i = start;
        while (i < _text.Length && i - start < MaxWrapWidth && !char.IsWhiteSpace(_text[i]))
        {
            i++;
        }

        return i - start;
    }

    // Longest line of the paragraph that the line break stands in.
    private void Measure(int lineBreak, int lineStart)
    {
        if (lineBreak < _measuredUpTo)
        {
            return;
        }

        _longest = lineBreak - lineStart;
        int start = lineBreak;
        int i = lineBreak;
        while (i < _text.Length)
        {
            if (!Punctuation.IsLineBreak(_text[i]))
            {
                i++;
                continue;
            }

            _longest = Math.Max(_longest, i - start);
            int next = SkipSpace(i, out int breaks);
            if (breaks > 1)
            {
                break;
            }

            i = Math.Max(next, i + 1);
            start = i;
        }

        _longest = Math.Max(_longest, i - start);
        _measuredUpTo = i;
    }
}

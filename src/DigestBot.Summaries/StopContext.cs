namespace DigestBot.Summaries;

/// <summary>Decides whether one stop ends a sentence, from the word before it and what follows it.</summary>
internal readonly ref struct StopContext(
    ReadOnlySpan<char> text, bool caseless, int sentenceStart, int stop, int stopsEnd, int end)
{
    private const int MaxWord = 24;
    private const int MaxOpeningClock = 18;

    private readonly ReadOnlySpan<char> _text = text;

    public bool EndsSentence()
    {
        if (end >= _text.Length || Punctuation.IsFullWidthStop(_text[stop]) || Punctuation.IsFullWidthStop(_text[stopsEnd - 1]))
        {
            return true;
        }

        if (!char.IsWhiteSpace(_text[end]))
        {
            return EndsGlued();
        }

        int next = SkipSpace(end, out bool lineBreak);
        if (next >= _text.Length)
        {
            return true;
        }

        int first = SkipOpeners(next);
        if (first >= _text.Length || Punctuation.IsStop(_text[next]) || _text[first] is ',' or ';' or ':' or ')' or ']')
        {
            return false;
        }

        bool singleStop = _text[stop] == '.' && stopsEnd == stop + 1;
        return singleStop ? EndsAtFullStop(next, first, lineBreak) : EndsAtOtherStop(first, lineBreak);
    }

    private bool EndsAtOtherStop(int first, bool lineBreak)
    {
        if (caseless)
        {
            bool ellipsis = _text[stop] is '.' or '\u2026';
            return lineBreak || !ellipsis || !char.IsLower(_text[first]);
        }

        return !StartsLower(first) && !SpeakerFollows(first);
    }

    // Dialogue of Romance and Slavic languages: "\u2014 Why? \u2014 asked a woman."
    private bool SpeakerFollows(int first)
    {
        if (_text[first] is not ('\u2014' or '\u2013'))
        {
            return false;
        }

        int speaker = SkipSpace(first + 1, out bool lineBreak);
        return !lineBreak && speaker < _text.Length && char.IsLower(_text[speaker]);
    }

    private bool EndsAtFullStop(int next, int first, bool lineBreak)
    {
        if (stop == 0 || char.IsWhiteSpace(_text[stop - 1]))
        {
            bool spacedEllipsis = stop > 1 && _text[stop - 2] == '.';
            return !spacedEllipsis || caseless || !StartsLower(first); // tokenized text: abbreviations keep their stops there
        }

        if (!caseless && StartsLower(first))
        {
            return false;
        }

        ReadOnlySpan<char> word = WordBefore(stop);
        if (word.IsEmpty)
        {
            return true;
        }

        ReadOnlySpan<char> following = WordAt(first);
        if (!word.ContainsAnyExceptInRange('0', '9'))
        {
            return EndsAfterNumber(word, following);
        }

        bool digit = char.IsDigit(_text[first]);
        if (Abbreviations.AlwaysLeads(word) || (digit && Abbreviations.LeadsNumber(word)))
        {
            return false;
        }

        bool starts = (caseless && lineBreak) || (first > next && IsQuote(_text[next]));
        return IsDotted(word) ? EndsAfterDotted(word, following, digit, starts)
            : word.Length == 1 ? starts || (EndsAfterInitial(word[0], following) && !IsInSpacedPair(first))
            : starts || !Abbreviations.MayTrail(word) || Abbreviations.MayStartSentence(following);
    }

    private bool EndsAfterNumber(ReadOnlySpan<char> number, ReadOnlySpan<char> following)
    {
        bool enumerator = number.Length <= 3 && sentenceStart >= stop - number.Length;
        bool ordinal = number.Length <= 2 && Abbreviations.FollowsOrdinal(following);
        return !enumerator && !ordinal;
    }

    private bool EndsAfterDotted(ReadOnlySpan<char> word, ReadOnlySpan<char> following, bool digit, bool starts)
    {
        if (word is "a.m" or "p.m" or "A.M" or "P.M")
        {
            bool opened = stop - sentenceStart <= MaxOpeningClock; // At 5 a.m. Mr. Hall left.
            return !digit && !Abbreviations.FollowsClock(following) && !(opened && Abbreviations.AlwaysLeads(following));
        }

        bool neverLast = word is "e.g" or "i.e" or "z.B" or "d.h" or "u.a" or "o.\u00E4" or "p.ej" or "\u0442.\u0435";
        return !neverLast && (starts || Abbreviations.OftenStartsSentence(following));
    }

    private static bool EndsAfterInitial(char initial, ReadOnlySpan<char> following) =>
        char.IsUpper(initial)
            ? Abbreviations.OftenStartsSentence(following)
            : initial < '\u0370'; // Russian shortens years, cities and streets to one letter

    // "z. B.", "u. a.": two small words of one letter, each with its stop, and the first or the second is at hand.
    private bool IsInSpacedPair(int first)
    {
        if (!char.IsLower(_text[stop - 1]))
        {
            return false;
        }

        bool isFirst = first + 1 < _text.Length && char.IsLetter(_text[first]) && _text[first + 1] == '.';
        bool isSecond = stop >= 4 && char.IsWhiteSpace(_text[stop - 2]) && _text[stop - 3] == '.' && char.IsLower(_text[stop - 4])
            && (stop == 4 || !char.IsLetterOrDigit(_text[stop - 5]));
        return isFirst || isSecond;
    }

    // "media.The union", ".?It": the space is missing. Not so in addresses, domains and names such as U.S.
    private bool EndsGlued()
    {
        if (_text[stop] > '\u0370' && _text[stop] != '\u2026' && !Punctuation.IsCloser(_text[end]))
        {
            return char.IsLetter(_text[end]);
        }

        int first = SkipOpeners(end);
        bool capitalized = first < _text.Length && char.IsUpper(_text[first])
            && (first + 1 >= _text.Length || char.IsLower(_text[first + 1]) || char.IsWhiteSpace(_text[first + 1]));
        bool ellipsis = _text[stop] == '\u2026' || (stopsEnd > stop + 1 && _text[stop + 1] == '.');
        if (!capitalized || ellipsis || stop == 0)
        {
            return false;
        }

        ReadOnlySpan<char> word = WordBefore(stop);
        bool wordLike = word.Length >= 2 && word.IndexOf('.') < 0 && (char.IsLower(word[^1]) || char.IsDigit(word[^1]));
        return (wordLike || Punctuation.IsCloser(_text[stop - 1])) && !IsAddress();
    }

    private bool IsAddress()
    {
        int start = stop;
        while (start > 0 && stop - start < 100 && !char.IsWhiteSpace(_text[start - 1]))
        {
            start--;
        }

        ReadOnlySpan<char> token = _text[start..stop];
        return token.IndexOfAny("/@\\_") >= 0 || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    private bool StartsLower(int first)
    {
        bool lower = char.IsLower(_text[first]);
        bool brand = first + 1 < _text.Length && char.IsUpper(_text[first + 1]); // iPhone, eBay
        return lower && !brand;
    }

    private static bool IsQuote(char c) => c is '"' or '\'' or '\u201C' or '\u2018' or '\u00AB' or '\u201E' or '`';

    // Every part has one or two letters: U.S, Ph.D, EE.UU.
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (word.IndexOf('.') < 0)
        {
            return false;
        }

        foreach (Range part in word.Split('.'))
        {
            if (word[part].Length is 0 or > 2)
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<char> WordBefore(int position)
    {
        int start = position;
        while (start > 0 && position - start < MaxWord && (char.IsLetterOrDigit(_text[start - 1]) || _text[start - 1] == '.'))
        {
            start--;
        }

        return _text[start..position].TrimStart('.');
    }

    private ReadOnlySpan<char> WordAt(int start)
    {
        int i = start;
        while (i < _text.Length && i - start < MaxWord && char.IsLetter(_text[i]))
        {
            i++;
        }

        return _text[start..i];
    }

    private int SkipOpeners(int from)
    {
        int i = from;
        while (i < _text.Length && i - from < 4 && Punctuation.IsOpener(_text[i]))
        {
            i++;
        }

        return i;
    }

    private int SkipSpace(int from, out bool lineBreak)
    {
        lineBreak = false;
        int i = from;
        for (; i < _text.Length && char.IsWhiteSpace(_text[i]); i++)
        {
            lineBreak |= Punctuation.IsLineBreak(_text[i]);
        }

        return i;
    }
}

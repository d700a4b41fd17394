namespace DigestBot.Summaries;

/// <summary>A word while it is being stemmed, with the two regions in which suffixes may be removed.</summary>
internal ref struct PorterWord(Span<char> letters, int length, int r1, int r2)
{
    private readonly Span<char> _letters = letters;

    public int Length { get; private set; } = length;

    public readonly ReadOnlySpan<char> Text => _letters[..Length];

    public readonly char Last => _letters[Length - 1];

    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    public readonly bool Ends(ReadOnlySpan<char> suffix) => Text.EndsWith(suffix);

    /// <summary>Whether a suffix of this length lies in region 1.</summary>
    public readonly bool InR1(int suffix) => Length - suffix >= r1;

    /// <summary>Whether a suffix of this length lies in region 2.</summary>
    public readonly bool InR2(int suffix) => Length - suffix >= r2;

    public readonly bool HasVowelBefore(int suffix)
    {
        foreach (char c in Text[..(Length - suffix)])
        {
            if (IsVowel(c))
            {
                return true;
            }
        }

        return false;
    }

    public void Drop(int suffix) => Length -= suffix;

    /// <summary>Replaces a suffix by a text that is longer by one letter at most.</summary>
    public void Replace(int suffix, ReadOnlySpan<char> text)
    {
        Length -= suffix;
        text.CopyTo(_letters[Length..]);
        Length += text.Length;
    }

    /// <summary>Whether the word without its last letters ends in a short syllable.</summary>
    public readonly bool EndsShort(int without)
    {
        int n = Length - without;
        if (n == 2)
        {
            return IsVowel(_letters[0]) && !IsVowel(_letters[1]);
        }

        if (n == 4 && Text[..4] is "past")
        {
            return true; // so that paste and past stay apart
        }

        return n > 2
            && !IsVowel(_letters[n - 1]) && _letters[n - 1] is not ('w' or 'x' or 'Y')
            && IsVowel(_letters[n - 2])
            && !IsVowel(_letters[n - 3]);
    }

    /// <summary>Whether the whole word is short: a short syllable and nothing in region 1.</summary>
    public readonly bool IsShort => r1 >= Length && EndsShort(0);

    public readonly bool EndsDouble =>
        Length >= 2
        && Last == _letters[Length - 2]
        && (Last is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't');
}

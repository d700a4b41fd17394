using System.Numerics;

namespace DigestBot.Summaries;

/// <summary>Adds up what the letters of a text say for each language.</summary>
internal ref struct LanguageScore(Span<ushort> sums)
{
    // In quarters of a natural logarithm. Most of what nobody declares is English, or names.
    private const int Undeclared = 40;
    private const int Ours = 12;
    private const int Declared = 24;
    private const char Edge = '_';

    private readonly Span<ushort> _sums = sums;
    private int _latin;
    private int _others;

    /// <summary>Reads at most so many letters, and says how many may still be read.</summary>
    public int Read(ReadOnlySpan<char> text, int letters)
    {
        char before = Edge, last = Edge;
        foreach (char c in text)
        {
            if (!IsLatin(c))
            {
                End(before, last);
                (before, last) = (Edge, Edge);
                int other = char.IsLetter(c) ? 1 : 0;
                _others += other;
                letters -= other;
            }
            else
            {
                char letter = c < 0x80 ? (char)(c | 0x20) : char.ToLowerInvariant(c);
                AddLetter(letter);
                Add(before, last, letter);
                (before, last) = (last, letter);
                _latin++;
                letters--;
            }

            if (letters <= 0)
            {
                return 0;
            }
        }

        End(before, last);
        return letters;
    }

    public readonly TextLanguage Best(string? declared)
    {
        if (_others >= _latin)
        {
            return TextLanguage.General;
        }

        int own = OwnOf(declared);
        (int best, int most) = (0, 0);
        for (int i = 0; i < LanguageProfiles.Languages; i++)
        {
            int score = _sums[i] + Prior(i, declared, own);
            (best, most) = score > most ? (i, score) : (best, most);
        }

        return best <= (int)TextLanguage.Dutch ? (TextLanguage)best : TextLanguage.General;
    }

    private static int Prior(int language, string? declared, int own)
    {
        bool isOther = language > (int)TextLanguage.Dutch;
        bool isDeclared = declared is not null && (own < 0 ? isOther : own == language);
        int usual = isOther ? 0 : language == 0 && (declared is null || own == 0) ? Undeclared : Ours;
        return usual + (isDeclared ? Declared : 0);
    }

    // Place in the table, -1 for others.
    private static int OwnOf(ReadOnlySpan<char> declared)
    {
        int end = declared.IndexOfAny('-', '_');
        ReadOnlySpan<char> language = (end < 0 ? declared : declared[..end]).Trim();
        ReadOnlySpan<string> codes = ["en", "de", "fr", "es", "it", "pt", "nl"];
        for (int i = 0; i < codes.Length; i++)
        {
            if (language.Equals(codes[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsLatin(char c) =>
        c < 0x80 ? char.IsAsciiLetter(c) : c is (>= '\u00C0' and <= '\u024F' and not ('\u00D7' or '\u00F7')) or (>= '\u1E00' and <= '\u1EFF');

    private readonly void End(char before, char last)
    {
        if (last != Edge)
        {
            Add(before, last, Edge);
        }
    }

    private readonly void Add(char first, char second, char third)
    {
        if (second != Edge)
        {
            Add(LanguageProfiles.Of(LanguageProfiles.Pack(first, second, third)));
        }
    }

    // A letter that most languages lack says more than its neighbours.
    private readonly void AddLetter(char letter)
    {
        if (letter >= 0x80)
        {
            Add(LanguageProfiles.Of(letter));
        }
    }

    private readonly void Add(ReadOnlySpan<ushort> levels)
    {
        for (int i = 0; i < levels.Length; i += Vector<ushort>.Count)
        {
            Span<ushort> sum = _sums[i..];
            (new Vector<ushort>(sum) + new Vector<ushort>(levels[i..])).CopyTo(sum);
        }
    }
}

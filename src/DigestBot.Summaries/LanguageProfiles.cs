namespace DigestBot.Summaries;

/// <summary>How often each language has a group of letters, in quarters of a natural logarithm above the rarest.</summary>
/// <remarks>Made by the command <c>languages</c> of bench/DigestBot.Evaluation, from texts that nobody owns.</remarks>
internal static class LanguageProfiles
{
    /// <summary>Room for the languages of the table.</summary>
    public const int Width = 32;

    private const string Table = "languages.grams";
    private const int Slots = 8192;

    private static readonly ulong[] Keys = new ulong[Slots];
    private static readonly ushort[] Levels = Read();

    /// <summary>Languages of the table: those of <see cref="TextLanguage"/>, then others, which are only told apart from them.</summary>
    public static int Languages { get; private set; }

    /// <summary>The levels of a group of letters, or nothing if it is not in the table.</summary>
    public static ReadOnlySpan<ushort> Of(ulong gram)
    {
        int slot = Find(gram);
        return Keys[slot] == 0 ? [] : Levels.AsSpan(slot * Width, Width);
    }

    public static ulong Pack(char first, char second, char third) => ((ulong)first << 32) | ((ulong)second << 16) | third;

    private static int Find(ulong gram)
    {
        int slot = (int)((gram * 0x9E37_79B9_7F4A_7C15) >> 51);
        while (Keys[slot] != 0 && Keys[slot] != gram)
        {
            slot = (slot + 1) & (Slots - 1);
        }

        return slot;
    }

    // Behind comments a line names the languages; each other one holds a group of letters, _ for the edge of a word, and a digit
    // of base 36 for each language.
    private static ushort[] Read()
    {
        using Stream stream = typeof(LanguageProfiles).Assembly.GetManifestResourceStream(Table)!;
        using var reader = new StreamReader(stream);
        var levels = new ushort[Slots * Width];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            int space = line.IndexOf(' ', StringComparison.Ordinal);
            if (Languages == 0)
            {
                Languages = line.AsSpan().Count(' ') + 1;
                continue;
            }

            ulong gram = space == 1 ? line[0] : Pack(line[0], line[1], line[2]);
            int slot = Find(gram);
            Keys[slot] = gram;
            for (int i = 0; i < Languages; i++)
            {
                levels[(slot * Width) + i] = Level(line[space + 1 + i]);
            }
        }

        return levels;
    }

    private static ushort Level(char digit) => (ushort)(char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10);
}

namespace DigestBot.Summaries;

/// <summary>Lower case without accents, from tables of our own, so that every machine folds alike, with or without ICU.</summary>
internal static class Folding
{
    // One letter per code point. '-' stands for "no plain letter: only lower-case it", digits for the pairs below.
    private const string LatinFromC0 =
        "aaaaaa2ceeeeiiiidnooooo-ouuuuy41aaaaaa2ceeeeiiiidnooooo-ouuuuy4yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii" +
        "ii55jjkkkllllllllllnnnnnnnnnoooooo33rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbb--------d---ee-ffg---ikk-----oo" +
        "o-------------uuu-yyzz-------------666777888aaiioouuuuuuuuuueaaaa22ggggkkoooo--j666gg--nnaa22ooaaaaeeeeiiiioooorr" +
        "rruuuusstt--hh------aaeeooooooooyy------a--------b------------";

    private const string LatinFrom1E00 =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttt" +
        "tuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy-sss1-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooo" +
        "oouuuuuuuuuuuuuuyyyyyyyy------";

    private const string Pairs = "ssaeoethijdzljnj";

    /// <summary>Writes the folded form of a letter or digit, one or two characters, and says how many.</summary>
    public static int Write(char letter, Span<char> destination)
    {
        char folded = letter switch
        {
            < 'A' => letter,
            <= 'Z' => (char)(letter | 0x20),
            < '\u00C0' => letter,
            <= '\u024F' => LatinFromC0[letter - '\u00C0'],
            >= '\u1E00' and <= '\u1EFF' => LatinFrom1E00[letter - '\u1E00'],
            _ => OtherScript(letter),
        };

        if (letter >= '\u00C0' && folded is >= '1' and <= '8')
        {
            int pair = (folded - '1') * 2;
            destination[0] = Pairs[pair];
            destination[1] = Pairs[pair + 1];
            return 2;
        }

        destination[0] = folded == '-' ? letter : folded;
        return 1;
    }

    private static char OtherScript(char c) => c switch
    {
        >= '\u0370' and <= '\u03FF' => Greek(c),
        >= '\u0400' and <= '\u052F' => Cyrillic(c),
        >= '\u0531' and <= '\u0556' => (char)(c + 48), // Armenian capitals
        >= '\u0622' and <= '\u06C0' => Arabic(c),
        >= '\uFF21' and <= '\uFF3A' => (char)(c - 0xFF21 + 'a'), // full-width Latin
        >= '\uFF41' and <= '\uFF5A' => (char)(c - 0xFF41 + 'a'),
        _ => c,
    };

    private static char Greek(char c) => c switch
    {
        '\u0386' or '\u03AC' => '\u03B1',
        '\u0388' or '\u03AD' => '\u03B5',
        '\u0389' or '\u03AE' => '\u03B7',
        '\u038A' or '\u03AA' or '\u03AF' or '\u03CA' or '\u0390' => '\u03B9',
        '\u038C' or '\u03CC' => '\u03BF',
        '\u038E' or '\u03AB' or '\u03CD' or '\u03CB' or '\u03B0' => '\u03C5',
        '\u038F' or '\u03CE' => '\u03C9',
        '\u03C2' => '\u03C3',
        >= '\u0391' and <= '\u03A9' => (char)(c + 32),
        _ => c,
    };

    private static char Cyrillic(char c) => c switch
    {
        '\u0401' or '\u0451' => '\u0435', // yo is written as ye as often as not
        >= '\u0400' and <= '\u040F' => (char)(c + 80),
        >= '\u0410' and <= '\u042F' => (char)(c + 32),
        >= '\u0460' and <= '\u0481' or >= '\u048A' and <= '\u04BF' or >= '\u04D0' => (char)(c | 1),
        _ => c,
    };

    private static char Arabic(char c) => c switch
    {
        '\u0622' or '\u0623' or '\u0625' or '\u0671' => '\u0627', // alef with and without hamza or madda
        '\u0649' or '\u06CC' => '\u064A', // alef maksura and Farsi yeh
        '\u06A9' => '\u0643', // keheh
        '\u0629' or '\u06C0' => '\u0647', // teh marbuta
        _ => c,
    };
}

using CsCheck;

namespace DigestBot.Summaries.Tests;

/// <summary>Generators of texts that look like news, and of texts that look like nothing.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "The", "river", "rose", "U.S.", "Mr.", "Gen.", "a.m.", "3.5", "185,000", "Jan.", "\"", "'", "(", ")", ".", "!", "?", "...",
        "\u2026", "\n", "\n\n", "\r\n", " ", "  ", "\t", ",", ";", "-", "\u3002", "\u8BAE\u4F1A", "\u061F", "\u0647\u0644", "\u201C", "\u201D",
        "https://a.example/b.c", "x@y.example", "\uD83D\uDE00", "\uD800", "\uDC00", "\u0301", "I\u0307", "\u0130stanbul", "na\u00EFve", "Iraq's", "don't",
        "\0", "\uFEFF", "\u200B", "\u2029", "[3]", "Parliament voted on Sunday to expel foreign troops. ",
        "Two bridges over the river were closed on Monday night. ", "The minister said the dam would hold until spring. ",
    ];

    /// <summary>Mixes of words, stops, abbreviations, quotes, line breaks, lone surrogates and other traps.</summary>
    public static Gen<string> Messy { get; } = Gen.Int[0, Pieces.Length - 1].Array[0, 60].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    /// <summary>Any UTF-16 code units at all.</summary>
    public static Gen<string> Arbitrary { get; } = Gen.Char.Array[0, 80].Select(chars => new string(chars));

    public static Gen<string> Any { get; } = Gen.OneOf(Messy, Arbitrary);
}

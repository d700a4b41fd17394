using System.Text.RegularExpressions;

namespace DigestBot.Tests.Adapters;

/// <summary>Terminal output without its colours.</summary>
internal static partial class AnsiText
{
    public static string Strip(string text) => Sequence().Replace(text, "");

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Sequence();
}

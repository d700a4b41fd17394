using CsCheck;

namespace DigestBot.Tests.Adapters;

/// <summary>Texts that try to become markup, a ping, a forged line or a command to the terminal.</summary>
internal static class HostileText
{
    private static readonly string[] Attacks =
    [
        "[click](https://evil.example)", "![x](https://evil.example/x.png)", "<https://evil.example>",
        "https://evil.example", "www.evil.example", "@everyone", "@here", "<@123>", "<@123456789012345678>", "<@&123456789012345678>",
        "<#123456789012345678>", "<:a:123456789012345678>", "<a:b:123456789012345678>", "<t:1:R>", "</x:123456789012345678>", "<id:customize>",
        "# Headline", "### x", "-# small", "- item", "+ item", "* item",
        "1. item", "2) item", "> quote", ">>> quote", "```", "`code`", "**bold**", "_it_", "__u__", "~~gone~~", "||spoiler||", "---", "===",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</q></bdi></body>", "&lt;b&gt;", "&#x202E;",
        "javascript:alert(1)", ":smile:", ":100:", "9:100:", "12:30:45", "$x$", "{: .c}", "a | b", "\\", "\\[", "\n\n# Forged\n", "\r\n2 · Forged",
        "\u001b[2J\u001b]0;title\u0007", "\u009b31m", "\u202Egnp.exe", "\u2069\u2066", "\u2028", "[red]x[/]", "{0}",
        "discord.gg/abc", "https://discord.gg/abc", "    indented", "\tcode", "¯\\_(ツ)_/¯", "🇮🇶", "👩‍👩‍👧", "\u200B", "\uD83D", "steam://run", "[1]", "](", ")",
    ];

    public static readonly Gen<string> Any = Gen.OneOf(
        Gen.Int[0, Attacks.Length - 1].Select(i => Attacks[i]),
        Gen.Char['\u0020', '\u007e'].Select(c => c.ToString()),
        Gen.Char['\u0600', '\u06ff'].Select(c => c.ToString())).Array[1, 8].Select(string.Concat);
}

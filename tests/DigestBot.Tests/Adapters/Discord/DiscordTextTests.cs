using System.Text.RegularExpressions;
using CsCheck;
using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Chat;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>News is shown on Discord as it stands, whatever it is made of.</summary>
public sealed partial class DiscordTextTests
{
    private const int InOneRun = 400;

    [Theory]
    [InlineData("Oil at $80, 07:30 today - up 1.5% (U.S. data)", "Oil at $80, 07:30 today - up 1.5% (U.S. data)")]
    [InlineData("@everyone and <@1>", "\\@everyone and \\<\\@1\\>")]
    [InlineData("[x](https://evil.example)", "\\[x]\\(https\\://evil.example)")]
    [InlineData("*a* _b_ ~~c~~ ||d|| `e`", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`")]
    [InlineData("join discord.gg/abc or www.evil.example", "join discord\\.gg/abc or www\\.evil.example")]
    [InlineData(":smile: <t:1:R> </x:1> <:a:1>", "\\:smile: \\<t\\:1\\:R\\> \\</x\\:1\\> \\<\\:a\\:1\\>")]
    public void Marks_are_escaped_and_other_text_is_left_alone(string text, string escaped) =>
        Assert.Equal(escaped, DiscordText.Escape(text));

    [Theory]
    [InlineData("- item", "\\- item")]
    [InlineData("  + item", "  \\+ item")]
    [InlineData("12. item", "12\\. item")]
    [InlineData("2) item", "2\\) item")]
    [InlineData("# Title", "\\# Title")]
    [InlineData("-# small", "\\-\\# small")]
    [InlineData(">>> all of it", "\\>\\>\\> all of it")]
    [InlineData("1.5 million", "1\\.5 million")]
    [InlineData("2026", "2026")]
    [InlineData("", "")]
    public void A_line_begins_no_list_heading_or_quote(string text, string escaped) => Assert.Equal(escaped, DiscordText.EscapeLine(text));

    [Fact]
    public void A_text_stays_on_its_line() => Assert.Equal("one \\# two", DiscordText.EscapeLine("one\n# two"));

    [Fact]
    public void Undoing_the_escapes_gives_the_text_back() => HostileText.Any.Sample(text =>
    {
        Assert.Equal(VisibleText.Of(text), Unescape(DiscordText.Escape(text)));
        Assert.Equal(VisibleText.Of(text), Unescape(DiscordText.EscapeLine(text)));
    });

    [Fact]
    public void Others_parsers_find_the_text_and_nothing_else()
    {
        NodeScript.Require("discord");
        HostileText.Any.Array[InOneRun].Sample(
            texts =>
            {
                IReadOnlyList<IReadOnlyList<ParsedMarkdown>> parsed = DiscordParsers.Parse([.. texts.Select(DiscordText.EscapeLine)]);

                Assert.Equal(texts.Length, parsed.Count);
                Assert.All(texts.Zip(parsed), pair => Assert.All(
                    pair.Second, markdown => Assert.Equal(VisibleText.Of(pair.First), markdown.Plain)));
            },
            iter: 3,
            threads: 1);
    }

    [Theory]
    [InlineData("Sample Herald", true)]
    [InlineData("Associated Press (AP)", true)]
    [InlineData("L’Orient-Le Jour", true)]
    [InlineData("الجزيرة", true)]
    [InlineData("aljazeera.com", true)]
    [InlineData("under_score", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("[x]", false)]
    [InlineData("discord.gg/abc", false)]
    [InlineData("🇮🇶 News", false)]
    [InlineData("News\u200B", false)]
    [InlineData("...", false)]
    [InlineData("", false)]
    public void Only_what_needs_no_escaping_stands_in_a_link(string name, bool label) => Assert.Equal(label, DiscordText.IsLabel(name));

    [Fact]
    public void What_is_shortened_keeps_its_characters_whole_and_its_isolates_closed()
    {
        Assert.Equal("abc", ShortText.Of("abc", 3));
        Assert.Equal("ab…", ShortText.Of("abcd", 3));
        Assert.Equal("a…", ShortText.Of("a😀b", 3));
        Assert.Equal("\u2068ab…\u2069", ShortText.Of("\u2068abcd\u2069", 4));
    }

    private static string Unescape(string text) => Escaped().Replace(text, "$1");

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}

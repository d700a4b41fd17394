using System.Net;
using CsCheck;
using DigestBot.Adapters.Teams;
using DigestBot.Chat;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>News in messages is shown as it is.</summary>
public sealed class TeamsTextTests
{
    [Fact]
    public void Decoding_the_entities_gives_the_text_back() => HostileText.Any.Sample(text =>
    {
        Assert.Equal(VisibleText.Of(text), WebUtility.HtmlDecode(TeamsText.Escape(text)));
        Assert.Equal(VisibleText.Of(text), WebUtility.HtmlDecode(TeamsText.EscapeLine(text)));
    });

    [Theory]
    [InlineData("**bold** _it_", "&#42;&#42;bold&#42;&#42; &#95;it&#95;")]
    [InlineData("[x](https://evil.example)", "&#91;x&#93;(https://evil.example)")]
    [InlineData("<at>Somebody</at>", "&#60;at&#62;Somebody&#60;/at&#62;")]
    [InlineData("a & b &amp; c", "a &#38; b &#38;amp; c")]
    public void What_markdown_or_html_could_read_is_written_as_entities(string text, string escaped) =>
        Assert.Equal(escaped, TeamsText.Escape(text));

    [Theory]
    [InlineData("1. one", "1&#46; one")]
    [InlineData("12) two", "12&#41; two")]
    [InlineData("- item", "&#45; item")]
    [InlineData("    code", "&#32;&#32;&#32;&#32;code")]
    [InlineData("2026 was", "2026 was")]
    [InlineData("7", "7")]
    [InlineData("", "")]
    public void The_beginning_of_a_line_begins_no_list_and_no_code(string text, string escaped) =>
        Assert.Equal(escaped, TeamsText.EscapeLine(text));
}

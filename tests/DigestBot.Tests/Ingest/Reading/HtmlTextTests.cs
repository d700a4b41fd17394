using CsCheck;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>HTML as people read it.</summary>
public sealed class HtmlTextTests
{
    private static readonly string[] Pieces =
        ["<", ">", "</", "<script>", "</script>", "<p ", "\"", "'", "=", "&", "&#", "x", "-->", "<!--", "<![CDATA[", "]]>", "<?", "hidden", " "];

    [Theory]
    [InlineData("<p>One.</p><p>Two.</p>", "One.\n\nTwo.")]
    [InlineData("One.<br>Two.<br><br>Three.", "One.\nTwo.\n\nThree.")]
    [InlineData("  a \n <b>b</b>\tc ", "a b c")]
    [InlineData("a<script>alert('<p>x</p>')</script><style>p{}</style>b", "ab")]
    [InlineData("a<span hidden>no</span><div style='display: none'>no</div>b", "ab")]
    [InlineData("<ul><li>One<li>Two</ul>", "One\n\nTwo")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a b")]
    [InlineData("&lang;x&rang; &apos;&ngE; &Eacute;&eacute; &nbsp;&rarr;", "\u27E8x\u27E9 '\u2267\u0338 Éé →")]
    [InlineData("5 < 6 &amp; 7 &gt; 6 &hellip; &#146;s &#x41; &bogus; &", "5 < 6 & 7 > 6 … ’s A &bogus; &")]
    [InlineData("<!-- no --><p>yes<!--> still", "yes still")]
    [InlineData("<p title='a > b'>c</p>", "c")]
    [InlineData("<xhtml:p>a</xhtml:p><xhtml:p>b</xhtml:p>", "a\n\nb")]
    [InlineData("text <unclosed", "text")]
    [InlineData("", "")]
    public void Html_becomes_plain_text(string html, string text) => Assert.Equal(text, HtmlText.ToPlainText(html));

    [Fact]
    public void A_megabyte_of_nested_elements_is_read_like_any_other_text()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 200_000));

        Assert.Equal("core", HtmlText.ToPlainText(deep + "core"));
    }

    [Fact]
    public void No_input_makes_it_throw_or_leave_a_script() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])))
            .Sample(html => !HtmlText.ToPlainText(html).Contains("<script>", StringComparison.Ordinal) || html.Contains("CDATA", StringComparison.Ordinal));
}

using System.Text;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>Bytes that lie about their encoding.</summary>
public sealed class EncodingsTests
{
    private const string Sentence = "Die Größe der Brücke überrascht — sagt Zoë.";

    [Fact]
    public void Valid_utf8_wins_over_a_wrong_header() =>
        Assert.Equal(Sentence, Encodings.Decode(Encoding.UTF8.GetBytes(Sentence), "text/xml; charset=iso-8859-1").Text);

    [Fact]
    public void A_byte_order_mark_wins_over_everything()
    {
        byte[] bytes = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sentence)];

        Assert.Equal(Sentence, Encodings.Decode(bytes, "text/xml; charset=utf-8").Text);
    }

    [Theory]
    [InlineData("windows-1251", "Вода поднялась до третьего этажа.")]
    [InlineData("shift_jis", "水位は三階まで上がった。")]
    [InlineData("gb2312", "水位上升到三楼。")]
    [InlineData("iso-8859-2", "Voda dosáhla třetího patra.")]
    public void The_declared_encoding_is_used_where_the_bytes_are_not_utf8(string name, string text)
    {
        byte[] body = CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><a>{text}</a>");

        Assert.Contains(text, Encodings.Decode(body, contentType: null).Text, StringComparison.Ordinal);
        Assert.Contains(text, Encodings.Decode(body, $"text/xml; charset=\"{name}\"").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Latin_1_means_windows_1252() =>
        Assert.Equal("“x” – €", Encodings.Decode([0x93, (byte)'x', 0x94, (byte)' ', 0x96, (byte)' ', 0x80], "text/html; charset=iso-8859-1").Text);

    [Fact]
    public void A_stray_byte_does_not_spoil_utf8_text()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Sentence), 0x92, .. Encoding.UTF8.GetBytes(" äöü äöü"), 0xC3];

        DecodedText decoded = Encodings.Decode(bytes, "text/html; charset=utf-8");

        Assert.Equal(Sentence + "’ äöü äöü", decoded.Text);
        Assert.True(decoded.WasRepaired);
    }

    [Fact]
    public void An_unknown_encoding_name_is_no_obstacle() =>
        Assert.Equal("abc", Encodings.Decode("abc"u8, "text/html; charset=bogus-99").Text);

    [Fact]
    public void Characters_that_no_text_may_hold_are_dropped() =>
        Assert.Equal("a\tb\nc", TextRepair.DropIllegal("a\0\u0001\tb\n\uD83Dc\uFFFF\u007F"));

    [Theory]
    [InlineData("Ã©tÃ©", "été")]
    [InlineData("â€œSalottoâ€\u009D", "“Salotto”")]
    [InlineData("Ðœ", "М")]
    [InlineData("São João", "São João")]
    [InlineData("«CAFÉ»", "«CAFÉ»")]
    [InlineData("plain", "plain")]
    public void Double_encoding_is_undone_only_where_it_is_certain(string text, string expected) =>
        Assert.Equal(expected, TextRepair.UndoDoubleEncoding(text));
}

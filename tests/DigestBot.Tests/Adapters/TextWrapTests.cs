using CsCheck;
using DigestBot.Adapters;
using DigestBot.Chat;

namespace DigestBot.Tests.Adapters;

/// <summary>Breaking lines changes where they break, and nothing else.</summary>
public sealed class TextWrapTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char["ab .,“”é中م\u0301😀"[..9]], 0, 12].Array[0, 30]
        .Select(words => string.Join(' ', words));

    [Fact]
    public void Words_are_neither_altered_nor_lost_at_any_width() =>
        Gen.Select(Words, Gen.Int[1, 120], Gen.Int[0, 6]).Sample((text, width, indent) =>
        {
            IEnumerable<string> lines = Break(TextLine.Of(text, indent: indent, hang: 2), width);

            Assert.Equal(Split(text), lines.SelectMany(Split));
        });

    [Fact]
    public void Lines_fit_the_screen_unless_one_word_does_not()
    {
        const string Text = "The quick brown fox jumps over https://a-very-long-address.example/that/does/not/fit and rests.";

        Assert.Equal(
            [
                "  The quick brown fox jumps ",
                "    over ",
                "    https://a-very-long-address.example/that/does/not/fit ",
                "    and rests.",
            ],
            Break(TextLine.Of(Text, indent: 2, hang: 2), 28));
    }

    [Fact]
    public void The_number_of_a_quote_stays_with_its_last_word()
    {
        var line = new TextLine([new("one two three”", TextRole.Quote), new("[1]", TextRole.Muted)]);

        Assert.Equal(["one two three”[1]"], Break(line, 20));
        Assert.Equal(["one two four five ", "three”[1]"], Break(line with { Spans = [new("one two four five three”", TextRole.Quote), new("[1]", TextRole.Muted)] }, 24));
    }

    [Fact]
    public void Wide_letters_count_double() =>
        Assert.Equal(["中文中文中文中文 ", "中文中文中文中文"], Break(TextLine.Of("中文中文中文中文 中文中文中文中文"), 20));

    [Fact]
    public void A_pipe_gets_lines_as_long_as_they_are() =>
        Assert.Single(Break(TextLine.Of(string.Join(' ', Enumerable.Repeat("word", 1000))), width: null));

    [Fact]
    public void An_isolate_that_is_broken_ends_with_its_line_and_begins_again()
    {
        string text = Bidi.Isolate("one two three four five six seven");

        Assert.All(
            TextWrap.Break(TextLine.Of(text), 20, rightToLeft: true).Select(Join),
            line =>
            {
                Assert.Equal(Bidi.RightToLeftMark, line[0]);
                Assert.Equal(1, line.Count(c => c == Bidi.FirstStrongIsolate));
                Assert.Equal(1, line.Count(c => c == Bidi.PopDirectionalIsolate));
            });
    }

    private static IEnumerable<string> Break(TextLine line, int? width) => TextWrap.Break(line, width, false).Select(Join);

    private static string Join(IReadOnlyList<TextSpan> spans) => string.Concat(spans.Select(span => span.Text));

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

using CsCheck;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

/// <summary>What comes from outside can be seen, and steers nothing.</summary>
public sealed class VisibleTextTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char,
        Gen.Char["\u001b\n\r\u0007\u009b\u202E\u2066\u2068\u2069\u2028\uD83D\uDE00\uDB40\uDC41"])
        .Array[0, 40].Select(chars => new string(chars));

    [Theory]
    [InlineData("Oil exports resume, says “Ministry”…")]
    [InlineData("استئناف صادرات النفط")]
    [InlineData("می‌خواهم 👩‍🚀 क्‍ष")]
    public void Ordinary_text_of_any_script_stays_as_it_is(string text) => Assert.Same(text, VisibleText.Of(text));

    [Theory]
    [InlineData("a\u001b[31mb", "a␛[31mb")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("\u009b31m", "\uFFFD31m")]
    [InlineData("abc\u202Efdp.exe", "abc\uFFFDfdp.exe")]
    [InlineData("x\u2069y\u2068z", "x\uFFFDy\uFFFDz")]
    [InlineData("tag\U000E0041", "tag\uFFFD\uFFFD")]
    [InlineData("\u007F", "␡")]
    public void What_would_steer_a_terminal_or_a_page_is_shown_instead(string text, string shown) =>
        Assert.Equal(shown, VisibleText.Of(text));

    // Not a theory: test data cannot carry half a character.
    [Fact]
    public void Half_a_character_is_shown_as_unknown() => Assert.Equal("\uFFFD!", VisibleText.Of("\uD83D!"));

    [Fact]
    public void Nothing_steers_and_nothing_else_changes_whatever_the_text() => AnyText.Sample(text =>
    {
        string shown = VisibleText.Of(text);

        Assert.Equal(text.Length, shown.Length);
        Assert.DoesNotContain(shown, c => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or '\u2028' or '\u2029');
        Assert.Equal(shown.Count(c => c == '\u2068'), shown.Count(c => c == '\u2069'));
        Assert.Equal(shown, VisibleText.Of(shown));
    });

    [Fact]
    public void A_million_openings_take_no_longer_than_a_million_letters() =>
        Assert.Equal(new string('\uFFFD', 1_000_000), VisibleText.Of(new string('\u2068', 1_000_000)));
}

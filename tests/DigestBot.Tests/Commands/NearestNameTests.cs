using DigestBot.Commands;

namespace DigestBot.Tests.Commands;

/// <summary>Guesses at mistyped names.</summary>
public sealed class NearestNameTests
{
    private static readonly string[] Names = ["digest", "ask", "search", "story", "stories", "sources", "help"];

    [Theory]
    [InlineData("digset", "digest")]
    [InlineData("Digets", "digest")]
    [InlineData("serch", "search")]
    [InlineData("sorces", "sources")]
    [InlineData("dig", "digest")]
    [InlineData("hlep", "help")]
    public void A_slip_finds_its_name(string word, string name) => Assert.Equal(name, NearestName.Of(word, Names));

    [Theory]
    [InlineData("")]
    [InlineData("weather")]
    [InlineData("x")]
    public void A_wholly_other_word_finds_none(string word) => Assert.Null(NearestName.Of(word, Names));

    [Fact]
    public void A_very_long_word_is_no_slip() => Assert.Null(NearestName.Of(new string('d', 1_000_000), Names));
}

using DigestBot.Commands;

namespace DigestBot.Tests.Commands;

/// <summary>Spans as people write them.</summary>
public sealed class WindowTextTests
{
    [Theory]
    [InlineData("30m", 30)]
    [InlineData("24h", 24 * 60)]
    [InlineData("7D", 7 * 24 * 60)]
    [InlineData("2w", 14 * 24 * 60)]
    public void A_number_and_a_letter_are_a_span(string text, int minutes)
    {
        Assert.True(WindowText.TryParse(text, out TimeSpan? window));
        Assert.Equal(TimeSpan.FromMinutes(minutes), window);
    }

    [Fact]
    public void All_is_everything()
    {
        Assert.True(WindowText.TryParse("ALL", out TimeSpan? window));
        Assert.Null(window);
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData("7")]
    [InlineData("7y")]
    [InlineData("٧d")]
    [InlineData("99999999w")]
    [InlineData("9999999d")]
    public void Anything_else_is_refused(string text) => Assert.False(WindowText.TryParse(text, out _));
}

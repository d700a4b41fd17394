using DigestBot.Commands;
using DigestBot.Digests;
using DigestBot.Tests.Adapters;

namespace DigestBot.Tests.Commands;

/// <summary>How people name a story on screen, or one of its quotes.</summary>
public sealed class StoryPlaceTests
{
    private static readonly Digest Digest = SampleReplies.Digest();

    [Theory]
    [InlineData(null, 1, null)]
    [InlineData("", 1, null)]
    [InlineData(" ", 1, null)]
    [InlineData("2", 2, null)]
    [InlineData("2.3", 2, 3)]
    [InlineData(" 1.2 ", 1, 2)]
    [InlineData("s2", 2, null)]
    [InlineData("s2.1", 2, 1)]
    [InlineData("99", 99, null)]
    public void A_number_an_id_and_a_number_with_that_of_a_quote_are_read(string? text, int story, int? quote)
    {
        Assert.True(StoryPlace.TryParse(text, Digest, out StoryPlace place));
        Assert.Equal(new StoryPlace(story, quote), place);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData("1.0")]
    [InlineData("1.x")]
    [InlineData("1.1.1")]
    [InlineData(".")]
    [InlineData("1.")]
    [InlineData("99999999999999999999")]
    public void Anything_else_is_not(string text) => Assert.False(StoryPlace.TryParse(text, Digest, out _));
}

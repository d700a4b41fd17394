using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

/// <summary>Keys of channels and spaces.</summary>
public sealed class ChannelRefTests
{
    [Theory]
    [InlineData("discord:123")]
    [InlineData("teams:19:meeting_abc@thread.v2")]
    [InlineData("console:local")]
    public void A_key_is_read_and_written_the_same(string key)
    {
        Assert.True(ChannelRef.TryParse(key, out ChannelRef? channel));
        Assert.Equal(key, channel.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("discord:")]
    [InlineData(":123")]
    [InlineData("irc:123")]
    [InlineData("0:123")]
    [InlineData("discord:1 2")]
    [InlineData("discord:1\n2")]
    public void Anything_else_is_refused(string? key) => Assert.False(ChannelRef.TryParse(key, out _));
}

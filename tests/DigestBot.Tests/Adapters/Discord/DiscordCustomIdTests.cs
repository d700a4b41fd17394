using CsCheck;
using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Discord;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>What a button asks for, read from the button alone.</summary>
public sealed class DiscordCustomIdTests
{
    private const string DigestId = "k7m2pq9xw4tz";

    private static readonly string Nonce = DigestBot.Delivery.Nonce.Of("17/2026-03-01/0/1");

    [Fact]
    public void A_button_reads_like_this()
    {
        Assert.Equal("v1:page:k7m2pq9xw4tz:2", new DiscordCustomId("page", DigestId, "2").ToString());
        Assert.Equal($"v1:sources:k7m2pq9xw4tz:2-3-4:{Nonce}", new DiscordCustomId("sources", DigestId, "2-3-4", Nonce).ToString());
        Assert.Equal("v1:ask:-", new DiscordCustomId("ask", null).ToString());
        Assert.Equal($"v1:ask:-:-:{Nonce}", new DiscordCustomId("ask", null, null, Nonce).ToString());
    }

    [Theory]
    [InlineData("v1:page:k7m2pq9xw4tz:2")]
    [InlineData("v1:sources:k7m2pq9xw4tz:2-3-4:0123456789abcdefghij")]
    [InlineData("v1:ask:-")]
    [InlineData("v1:ask:-:-:0123456789abcdefghij")]
    [InlineData("v1:question:k7m2pq9xw4tz")]
    [InlineData("v1:shown:k7m2pq9xw4tz")]
    public void What_was_written_is_read(string customId) => Assert.Equal(customId, DiscordCustomId.Parse(customId)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1:page")]
    [InlineData("v1:page:")]
    [InlineData("v0:page:k7m2pq9xw4tz:2")]
    [InlineData("v2:page:k7m2pq9xw4tz:2")]
    [InlineData("v1:drop:k7m2pq9xw4tz")]
    [InlineData("v1:page:k7m2pq9xw4tz:")]
    [InlineData("v1:page:k7m2pq9xw4tz:1:n:more")]
    [InlineData("v1:page:k7m2 pq9xw4tz:1")]
    [InlineData("other bot's button")]
    public void Others_buttons_and_other_versions_are_refused(string? customId) => Assert.Null(DiscordCustomId.Parse(customId));

    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(text =>
    {
        DiscordCustomId? id = DiscordCustomId.Parse($"v1:ask:{text}");

        Assert.True(id is null || id.ToString().Length <= DiscordLimits.CustomId);
    });

    [Theory]
    [InlineData("1-0-4", 1, 0, 4)]
    [InlineData("25-100-25", 25, 100, 25)]
    public void A_part_names_its_quotes(string argument, int part, int first, int count)
    {
        Assert.Equal(new PartMark(part, first, count), PartMark.Parse(argument));
        Assert.Equal(argument, new PartMark(part, first, count).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1-2")]
    [InlineData("1--2")]
    [InlineData("1-2-x")]
    [InlineData("1-2-99999999999")]
    public void What_names_no_quotes_is_refused(string? argument) => Assert.Null(PartMark.Parse(argument));
}

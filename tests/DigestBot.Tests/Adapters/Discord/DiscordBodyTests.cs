using System.Text.Json;
using DigestBot.Adapters;
using DigestBot.Adapters.Discord;
using DigestBot.Delivery;
using DigestBot.Discord;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>How a part waits in the outbox, and how it is found again in the channel.</summary>
public sealed class DiscordBodyTests
{
    private const string Nonce = "0123456789abcdefghij";

    private static MessageProperties Part => DiscordLayout.Lay(
        new DigestPost(SampleReplies.Digest(), SampleReplies.Noon, Late: false), SampleReplies.In("en"))[0];

    [Fact]
    public void What_waits_says_nothing_of_one_sending()
    {
        string body = DiscordBody.Write(Part);

        Assert.Equal(body, DiscordBody.Write(Part));
        Assert.DoesNotContain("nonce", body, StringComparison.Ordinal);
        Assert.DoesNotContain("mentions", body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_sent_is_what_waited_and_carries_its_nonce_in_every_button()
    {
        MessageProperties sent = DiscordBody.Read(DiscordBody.Write(Part), Nonce);

        Assert.Equal(Nonce, sent.Nonce);
        Assert.Equal(Json(Part with { Components = null }), Json(sent with { Components = null, Nonce = null }));
        Assert.Equal(
            [$"v1:sources:7f3a:1-0-4:{Nonce}", $"v1:ask:7f3a:1-0-4:{Nonce}", $"v1:follow:7f3a:1-0-4:{Nonce}"],
            sent.Components!.SelectMany(row => row.SelfAndDescendants()).Select(component => component.CustomId).OfType<string>());
    }

    [Fact]
    public void A_sentence_of_the_bots_own_waits_too()
    {
        MessageProperties notice = DiscordLayout.Lay("Nothing is posted any more in #news.", SampleReplies.In("en"));

        Assert.Equal(Json(notice with { Nonce = Nonce }), Json(DiscordBody.Read(DiscordBody.Write(notice), Nonce)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void A_message_in_the_channel_says_which_part_of_which_digest_it_is(string language)
    {
        var post = new DigestPost(SampleReplies.Digest(), SampleReplies.Noon, Late: false);
        MessageProperties sent = DiscordBody.Read(DiscordBody.Write(DiscordLayout.Lay(post, SampleReplies.In(language))[0]), Nonce);
        var message = new Message { Embeds = sent.Embeds!, Components = sent.Components! };

        Assert.Equal(new DigestMark("7f3a", new PartMark(1, 0, 4), Nonce), DigestMark.Of(message));
        Assert.Equal(new DigestMark("7f3a", null, null), DigestMark.Of(message with { Components = [] }));
    }

    [Fact]
    public void Any_other_message_says_nothing()
    {
        Assert.Null(DigestMark.Of(new Message { Content = "hello" }));
        Assert.Null(DigestMark.Of(new Message { Embeds = [new() { Footer = new("Digestion is good") }] }));
        Assert.Null(DigestMark.Of(new Message { Embeds = [new() { Footer = new("Digest ") }] }));
        Assert.Null(DigestMark.Of(new Message { Components = DiscordButtons.Answered(null, SampleReplies.In("en").Phrases) }));
    }

    private static string Json(MessageProperties message) => JsonSerializer.Serialize(message, DiscordJson.Default.MessageProperties);
}

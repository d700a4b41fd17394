using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Tests.Adapters;
using DigestBot.Tests.Cli;

namespace DigestBot.Tests.Delivery;

public sealed class ConsoleChatAdapterTests
{
    [Theory]
    [InlineData("en", false, 80)]
    [InlineData("en", true, 40)]
    [InlineData("ar", true, 40)]
    public async Task A_posted_digest_looks_like_one_that_was_asked_for(string language, bool interactive, int width)
    {
        Reader reader = SampleReplies.In(language);
        var asked = new FakeTerminal(interactive: interactive, width: width) { Colours = true };
        new TerminalPrinter(asked).Print([.. TextLayout.Lay(SampleReplies.Digest(), reader), TextLine.Empty], reader.Phrases);
        var terminal = new FakeTerminal(interactive: interactive, width: width) { Colours = true };
        var adapter = new ConsoleChatAdapter(terminal);

        string body = Assert.Single(adapter.Lay(new DigestPost(SampleReplies.Digest(), SampleReplies.Noon, Late: false), reader));
        DeliveryOutcome outcome = await adapter.SendAsync(Part(body), TestContext.Current.CancellationToken);

        Assert.Equal(new DeliveryOutcome.Delivered("nonce"), outcome);
        Assert.Equal(asked.Printed, terminal.Printed);
    }

    [Fact]
    public async Task A_notice_is_one_line()
    {
        var terminal = new FakeTerminal();
        var adapter = new ConsoleChatAdapter(terminal);

        string body = adapter.Lay(SampleReplies.In("en").Phrases.ChannelParked("discord:42", "The channel is gone."), SampleReplies.In("en"));
        await adapter.SendAsync(Part(body), TestContext.Current.CancellationToken);

        Assert.StartsWith("Digests can no longer be posted in discord:42", terminal.Printed, StringComparison.Ordinal);
        Assert.Contains("The channel is gone.", terminal.Printed, StringComparison.Ordinal);
    }

    private static OutgoingPart Part(string body) =>
        new(new ChannelRef(ChatPlatform.Console, "local"), null, "nonce", 1, 1, body, null, null, 1);
}

using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Delivery;

/// <summary>The recording chat server and the adapter that speaks with it: what the other tests stand on.</summary>
public sealed class LoopbackChatTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_records_what_came_and_lists_what_stands_in_a_channel()
    {
        await using ChatServer server = await ChatServer.StartAsync(cancellationToken: Cancel);
        using var adapter = new LoopbackChatAdapter(ChatPlatform.Discord, server.Address, Samples.WithLookBack);

        DeliveryOutcome outcome = await adapter.SendAsync(Part("a/b", "n1") with { MentionRole = "news", FirstMessageId = "7" }, Cancel);
        Lookup found = await adapter.FindAsync(Part("a/b", "n1"), Samples.Now, Cancel);
        Lookup missing = await adapter.FindAsync(Part("other", "n1"), Samples.Now, Cancel);

        ChatServerRequest request = Assert.Single(server.Requests);
        Assert.Equal(("a/b", "n1", "body", "news", "7"), (request.Channel, request.Nonce, request.Body, request.MentionRole, request.ReplyTo));
        Assert.Equal(new DeliveryOutcome.Delivered("1"), outcome);
        Assert.Equal(new Lookup.Found("1"), found);
        Assert.IsType<Lookup.Missing>(missing);
    }

    [Fact]
    public async Task It_drops_a_second_message_with_the_same_nonce_within_its_window_only()
    {
        var clock = new FakeTimeProvider();
        await using ChatServer server = await ChatServer.StartAsync(new() { NonceWindow = TimeSpan.FromMinutes(5) }, clock, Cancel);
        using var adapter = new LoopbackChatAdapter(ChatPlatform.Discord, server.Address, Samples.WithNonce);

        await adapter.SendAsync(Part("a", "n1"), Cancel);
        await adapter.SendAsync(Part("a", "n1"), Cancel);
        await adapter.SendAsync(Part("b", "n1"), Cancel);
        int within = server.Messages.Count;
        clock.Advance(TimeSpan.FromMinutes(5));
        await adapter.SendAsync(Part("a", "n1"), Cancel);

        Assert.Equal((2, 3), (within, server.Messages.Count));
    }

    [Fact]
    public async Task Its_limit_is_on_any_second_and_says_how_long_to_wait()
    {
        var clock = new FakeTimeProvider();
        await using ChatServer server = await ChatServer.StartAsync(new() { PerSecond = 2 }, clock, Cancel);
        using var adapter = new LoopbackChatAdapter(ChatPlatform.Discord, server.Address, Samples.Bare);

        await adapter.SendAsync(Part("a", "n1"), Cancel);
        clock.Advance(TimeSpan.FromMilliseconds(700));
        await adapter.SendAsync(Part("b", "n2"), Cancel);
        DeliveryOutcome refused = await adapter.SendAsync(Part("c", "n3"), Cancel);
        clock.Advance(TimeSpan.FromMilliseconds(300));
        DeliveryOutcome passed = await adapter.SendAsync(Part("c", "n3"), Cancel);

        Assert.Equal(new DeliveryOutcome.RetryLater("HTTP 429", TimeSpan.FromMilliseconds(300), WholePlatform: true), refused);
        Assert.IsType<DeliveryOutcome.Delivered>(passed);
        Assert.Equal((4, 1), server.Counts);
    }

    [Fact]
    public async Task Each_misbehaviour_is_what_the_adapter_says_it_is()
    {
        await using ChatServer server = await ChatServer.StartAsync(cancellationToken: Cancel);
        using var adapter = new LoopbackChatAdapter(ChatPlatform.Discord, server.Address, Samples.Bare);
        (ChatServerReply Reply, Type Outcome, bool Posted)[] cases =
        [
            (new ChatServerReply.HangUp(), typeof(DeliveryOutcome.Unconfirmed), false),
            (new ChatServerReply.AcceptAndHangUp(), typeof(DeliveryOutcome.Unconfirmed), true),
            (new ChatServerReply.AcceptAndCut(), typeof(DeliveryOutcome.Unconfirmed), true),
            (new ChatServerReply.Refuse(502), typeof(DeliveryOutcome.Unconfirmed), false),
            (new ChatServerReply.Refuse(503), typeof(DeliveryOutcome.RetryLater), false),
            (new ChatServerReply.Refuse(429, 1.25), typeof(DeliveryOutcome.RetryLater), false),
            (new ChatServerReply.Refuse(403), typeof(DeliveryOutcome.Rejected), false),
            (new ChatServerReply.Refuse(400), typeof(DeliveryOutcome.Rejected), false),
        ];

        for (int i = 0; i < cases.Length; i++)
        {
            server.Script = _ => cases[i].Reply;
            DeliveryOutcome outcome = await adapter.SendAsync(Part($"channel{i}", $"n{i}"), Cancel);

            Assert.IsType(cases[i].Outcome, outcome);
            Assert.Equal(cases[i].Posted, server.Messages.Any(message => message.Channel == $"channel{i}"));
        }

        Assert.Equal(cases.Length, server.Counts.Arrived);
    }

    [Fact]
    public async Task It_can_post_a_message_behind_one_that_was_sent_later()
    {
        await using ChatServer server = await ChatServer.StartAsync(cancellationToken: Cancel);
        using var adapter = new LoopbackChatAdapter(ChatPlatform.Discord, server.Address, Samples.Bare);
        var gate = new TaskCompletionSource();
        server.Script = request => request.Nonce == "n1" ? new ChatServerReply.AcceptBehind(gate.Task) : new ChatServerReply.Accept();

        DeliveryOutcome first = await adapter.SendAsync(Part("a", "n1"), Cancel);
        await adapter.SendAsync(Part("b", "n2"), Cancel);
        gate.SetResult();
        await Eventually.TrueAsync(() => Task.FromResult(server.Messages.Count == 2), "the first message appears");

        Assert.IsType<DeliveryOutcome.Unconfirmed>(first);
        Assert.Equal(["n2", "n1"], server.Messages.Select(message => message.Nonce));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_no_connection()
    {
        var address = new UriBuilder("http", "127.0.0.1", FreePort.Next());
        using var adapter = new LoopbackChatAdapter(ChatPlatform.Discord, address.Uri, Samples.Bare);

        Assert.IsType<DeliveryOutcome.RetryLater>(await adapter.SendAsync(Part("a", "n1"), Cancel));
    }

    private static OutgoingPart Part(string channel, string nonce) =>
        new(new ChannelRef(ChatPlatform.Discord, channel), null, nonce, 1, 1, "body", null, null, 1);
}

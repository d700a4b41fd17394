using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Delivery;

/// <summary>A node that speaks with a chat server over a real connection, both on the clock of the test.</summary>
internal sealed class DeliveryTown : IAsyncDisposable
{
    private readonly LoopbackChatAdapter _adapter;

    private DeliveryTown(ChatServer server, LoopbackChatAdapter adapter, DeliveryRig rig) => (Server, _adapter, Rig) = (server, adapter, rig);

    public ChatServer Server { get; }

    public DeliveryRig Rig { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // The server's clock is the machine's: a test is over long before a window of minutes.
    public static async Task<DeliveryTown> StartAsync(
        string provider, ChatLimits limits, DeliveryOptions? options = null, TimeSpan nonceWindow = default)
    {
        ChatServer server = await ChatServer.StartAsync(new ChatServerOptions { NonceWindow = nonceWindow }, cancellationToken: Cancel);
        var adapter = new LoopbackChatAdapter(ChatPlatform.Discord, server.Address, limits);
        return new DeliveryTown(server, adapter, await DeliveryRig.StartAsync(provider, adapter, options));
    }

    /// <summary>The connection is lost on the first request, after or before the message arrived.</summary>
    public void LoseFirstAnswer(bool arrived) => Server.Script = request => (request.Number, arrived) switch
    {
        (1, true) => new ChatServerReply.AcceptAndHangUp(),
        (1, false) => new ChatServerReply.HangUp(),
        _ => new ChatServerReply.Accept(),
    };

    /// <summary>A worker takes a post and is never heard of again; its lease is over.</summary>
    public async Task<Schedule> DieAsync(bool begun, bool accepted)
    {
        Schedule schedule = await Rig.QueueAsync();
        using var dying = new DeliveryNode(Rig.Bot, seed: 2, adapters: Rig.Adapter);
        TakenPost taken = Assert.Single(await dying.TakeAsync(ChatPlatform.Discord, Cancel));
        if (begun)
        {
            Assert.True(await Rig.Ledger.BeginAsync(taken));
        }

        if (accepted)
        {
            var part = new OutgoingPart(taken.Channel.Address, null, Nonce.Of(taken.Key), 1, 1, taken.Body, null, null, 1);
            Assert.IsType<DeliveryOutcome.Delivered>(await _adapter.SendAsync(part, Cancel));
        }

        Rig.Bot.Clock.Advance(TimeSpan.FromSeconds(61));
        return schedule;
    }

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        _adapter.Dispose();
        await Server.DisposeAsync();
    }
}

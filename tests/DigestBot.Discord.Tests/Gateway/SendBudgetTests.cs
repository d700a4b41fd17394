namespace DigestBot.Discord.Tests.Gateway;

/// <summary>What is sent stays below what the gateway allows.</summary>
public sealed class SendBudgetTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Fact]
    public void Presence_changes_five_times_a_minute_at_most_and_the_last_wish_comes_through() => GatewayFixture.Run(async bot =>
    {
        ScriptedSocket socket = await bot.Gateway.NextReadyAsync();
        await bot.UntilAsync(() => bot.Events.Contains("Ready"), "ready");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number =>
            bot.Client.SetPresenceAsync(new GatewayPresence(UserStatus.Online, $"{number}"), TestContext.Current.CancellationToken)));

        SentFrame[] presences = [.. socket.Received.Where(frame => frame.Op == 3)];
        Assert.Equal(5, MostWithin(presences, Minute));
        Assert.Equal("19", (string?)presences[^1].Data!["activities"]![0]!["state"]);
    });

    [Fact]
    public void A_line_that_is_too_long_for_a_presence_is_refused() => GatewayFixture.Run(async bot =>
    {
        var presence = new GatewayPresence(UserStatus.Online, new string('x', 129));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            bot.Client.SetPresenceAsync(presence, TestContext.Current.CancellationToken));
    });

    [Fact]
    public void A_hundred_and_seventeen_frames_go_in_a_minute_and_heartbeats_still_do() => Simulation.Run(async simulation =>
    {
        var gateway = new ScriptedGateway(simulation.Clock);
        var socket = (ScriptedSocket)gateway.Open();
        var sender = new GatewaySender(socket, simulation.Clock);
        Task[] sending = [.. Enumerable.Range(0, 300).Select(_ => sender.SendAsync(Frame(3), CancellationToken.None))];
        await simulation.PassAsync(TimeSpan.FromSeconds(1));
        int before = socket.Received.Count;
        await sender.SendHeartbeatAsync(Frame(1), CancellationToken.None);
        await Task.WhenAll(sending);

        Assert.Equal(117, before);
        Assert.Equal(1, socket.Received[117].Op);
        Assert.Equal(301, socket.Received.Count);
        Assert.InRange(MostWithin(socket.Received, Minute), 117, 120);
    });

    [Fact]
    public void A_frame_that_the_gateway_would_not_take_is_not_sent() => Simulation.Run(async simulation =>
    {
        var socket = (ScriptedSocket)new ScriptedGateway(simulation.Clock).Open();
        var sender = new GatewaySender(socket, simulation.Clock);

        await Assert.ThrowsAsync<ArgumentException>(() => sender.SendAsync(new byte[4097], CancellationToken.None));

        Assert.Empty(socket.Received);
    });

    /// <summary>The most frames in any window of this length.</summary>
    internal static int MostWithin(IReadOnlyList<SentFrame> frames, TimeSpan window) =>
        frames.Max(first => frames.Count(frame => frame.At >= first.At && frame.At - first.At < window));

    private static ReadOnlyMemory<byte> Frame(int op) => System.Text.Encoding.UTF8.GetBytes($$"""{"op":{{op}},"d":null}""");
}

using CsCheck;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>Whatever a gateway does, in whatever order.</summary>
public sealed class GatewayProperties
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(41_250);

    private static readonly double[] Waits = [0, 0, 0, 0.3, 2, 15, 70, 200];

    private static readonly Gen<(GatewayAct Act, double Wait)[]> Scripts = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const(GatewayAct.Emit)),
            (5, Gen.Int[0, (int)GatewayAct.ForgetOnResume].Select(act => (GatewayAct)act))),
        Gen.Int[0, Waits.Length - 1].Select(index => Waits[index])).Array[1, 60];

    [Fact]
    public void No_message_is_doubled_or_lost_and_sessions_are_begun_only_when_needed() =>
        Gen.Select(Scripts, Gen.Int).Sample(
            (script, seed) => GatewayFixture.Run(bot => PlayAsync(bot, script), random: new Random(seed)), iter: 400);

    [Fact]
    public void The_same_script_gives_the_same_run() =>
        Gen.Select(Scripts, Gen.Int).Sample((script, seed) => Assert.Equal(Play(script, seed), Play(script, seed)), iter: 40);

    private static async Task PlayAsync(GatewayFixture bot, (GatewayAct Act, double Wait)[] script)
    {
        ModelGateway model = await PlayToEndAsync(bot, script);
        string[] delivered = [.. bot.Events.Where(text => text.StartsWith('m'))];

        // Nothing twice, and in order: the messages are numbered.
        Assert.Equal(delivered.Distinct().OrderBy(text => int.Parse(text[1..], null)), delivered);
        foreach (ModelSession session in model.Sessions)
        {
            string[] came = [.. session.Log.Where(delivered.Contains)];
            Assert.Equal(session.Log.Take(came.Length), came);
        }

        Assert.Equal(model.Sessions[^1].Log, model.Sessions[^1].Log.Where(delivered.Contains));
        Assert.All(model.Sessions.SkipLast(1), session =>
            Assert.True(session.IsGone || session.Garbage >= 2 || session.Attempts >= 5, $"{session.Id} was left without need"));
        Assert.All(bot.Gateway.Sockets, socket => HeartbeatsWentOn(socket, bot.Clock.Now));
        Assert.Empty(bot.Fatal);
    }

    private static async Task<ModelGateway> PlayToEndAsync(GatewayFixture bot, (GatewayAct Act, double Wait)[] script)
    {
        var model = new ModelGateway(bot.Gateway);
        Task serving = model.ServeAsync();
        await bot.UntilAsync(() => bot.Events.Contains("Ready"), "ready");
        foreach ((GatewayAct act, double wait) in script)
        {
            model.Do(act);
            if (wait > 0)
            {
                await bot.PassAsync(wait);
            }
        }

        model.Heal();
        await bot.PassAsync(3600);
        model.Do(GatewayAct.Emit);
        await bot.PassAsync(300);
        Assert.False(serving.IsCompleted, serving.Exception?.ToString());
        return model;
    }

    private static string Play((GatewayAct Act, double Wait)[] script, int seed)
    {
        string trace = "";
        GatewayFixture.Run(
            async bot =>
            {
                await PlayToEndAsync(bot, script);
                trace = string.Join('\n', bot.Events) + string.Join('\n', bot.Gateway.Sockets.SelectMany(socket =>
                    socket.Received.Select(frame => $"{frame.At} {frame.Whole.ToJsonString()}")));
            },
            random: new Random(seed));
        return trace;
    }

    // From the greeting's answer on, to the end; a connection that is being closed has two seconds for that.
    private static void HeartbeatsWentOn(ScriptedSocket socket, TimeSpan now)
    {
        TimeSpan[] beats = [.. socket.Received.Where(frame => frame.Op is 1 or 2 or 6).Select(frame => frame.At)];
        Assert.All(
            beats.Zip(beats.Skip(1)),
            pair => Assert.True(pair.Second - pair.First <= Interval, $"silent from {pair.First} to {pair.Second}"));
        Assert.True(beats.Length == 0 || (socket.DisposedAt ?? now) - beats[^1] <= Interval + TimeSpan.FromSeconds(2));
    }
}

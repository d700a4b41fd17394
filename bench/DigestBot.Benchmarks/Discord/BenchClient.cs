using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DigestBot.Discord;

namespace DigestBot.Benchmarks.Discord;

/// <summary>Our client as a program that is measured: what <c>tests/peers/discord/bench.mjs</c> does with discord.js.</summary>
internal sealed class BenchClient : IDisposable
{
    private readonly HttpMessageInvoker _http = new(DiscordHttp.CreateHandler());
    private int _events;

    public static async Task<int> RunAsync(Uri api, string token)
    {
        using var client = new BenchClient();
        await client.ServeAsync(api, token);
        return 0;
    }

    public void Dispose() => _http.Dispose();

    private async Task ServeAsync(Uri api, string token)
    {
        var config = new DiscordRestConfig
        {
            Token = token,
            BaseAddress = new Uri($"{api}/v10/"),
            ProjectUrl = new Uri("https://example.com/digestbot"),
            ProjectVersion = "1",
        };
        TimeProvider clock = TimeProvider.System;
        var rest = new DiscordRestClient(config, _http, clock, new Random(1));
        await using var shard = new DiscordSocketClient(
            new DiscordSocketConfig(), Ask, new IdentifyLimiter(Ask, clock), clock, new Random(2));
        Task<GatewayBot> Ask(CancellationToken cancellationToken) => rest.GetGatewayBotAsync(cancellationToken);
        var ready = new TaskCompletionSource();
        int guilds = 0;
        shard.Ready += () =>
        {
            ready.TrySetResult();
            return Task.CompletedTask;
        };
        shard.GuildAvailable += _ =>
        {
            Interlocked.Increment(ref guilds);
            return Task.CompletedTask;
        };
        shard.MessageReceived += _ =>
        {
            Interlocked.Increment(ref _events);
            return Task.CompletedTask;
        };
        shard.InteractionCreated += interaction => rest.CreateInteractionResponseAsync(
            interaction.Id, interaction.Token, InteractionResponse.Message(new MessageProperties { Content = "pong" }));
        await shard.LoginAsync(token);
        await shard.StartAsync();
        await ready.Task;
        await rest.BulkOverwriteGlobalApplicationCommandsAsync(
            shard.ApplicationId!.Value, [new ApplicationCommandProperties { Name = "ping", Description = "Answers" }]);
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            await Console.Out.WriteLineAsync(await MarkAsync(line.Split(' '), () => Volatile.Read(ref guilds)));
        }
    }

    private async Task<string> MarkAsync(string[] asked, Func<int> guilds)
    {
        while (asked is ["await", var count] && Volatile.Read(ref _events) < int.Parse(count, CultureInfo.InvariantCulture))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        using Process self = Process.GetCurrentProcess();
        double processor = self.TotalProcessorTime.TotalSeconds;
        double now = Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
        GC.Collect();
        self.Refresh();
        return JsonSerializer.Serialize(
            new BenchMark(guilds(), Volatile.Read(ref _events), processor, now, self.WorkingSet64 / 1e6), JsonSerializerOptions.Web);
    }
}

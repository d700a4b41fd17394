using System.Diagnostics;
using System.Globalization;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Delivery;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Benchmarks;

/// <summary>Everybody's morning post at the same minute, in real time, over HTTP, to a platform that refuses what is too fast.</summary>
internal static class RushProgram
{
    private const int PlatformAllows = 50;
    private const int Batch = 500;

    // Kept below what the platform states, as an adapter does.
    private static readonly ChatLimits Limits = new(PerSecond: 48, BetweenParts: TimeSpan.FromSeconds(1), NonceWindow: TimeSpan.FromMinutes(5), CanLookBack: false);

    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(5);

    /// <summary><c>rush CHANNELS NODES PLACE</c>: on an empty store; nodes are whole bots with databases of their own, in this process.</summary>
    public static async Task<int> RunAsync(int channels, int nodes, string place)
    {
        await using ChatServer server = await ChatServer.StartAsync(new ChatServerOptions
        {
            PerSecond = PlatformAllows,
            Latency = TimeSpan.FromMilliseconds(100),
            NonceWindow = TimeSpan.FromMinutes(5),
            Remembers = false,
        });
        var bots = new List<BenchBot>();
        for (int i = 0; i < nodes; i++)
        {
            bots.Add(await BenchBot.OpenAsync(place, services => services.AddSingleton<IChatAdapter>(
                _ => new LoopbackChatAdapter(ChatPlatform.Discord, server.Address, Limits))));
        }

        await QueueAsync(bots[0], channels);
        using var stop = new CancellationTokenSource();
        var memory = new List<(double Heap, double WorkingSet)>();
        long start = Stopwatch.GetTimestamp();
        Task[] pumps = [.. bots.SelectMany(bot => bot.Get<Outbox>().Pumps).Select(pump => pump.RunAsync(stop.Token))];
        OutboxState state = await WatchAsync(bots[0], memory);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await stop.CancelAsync();
        await Task.WhenAll(pumps);
        bots.Reverse();
        foreach (BenchBot bot in bots)
        {
            await bot.DisposeAsync();
        }

        Report(server, state, channels, seconds, memory);
        return 0;
    }

    // One body for all, as composing writes it.
    private static async Task QueueAsync(BenchBot bot, int channels)
    {
        ChannelStore store = bot.Get<ChannelStore>();
        DateTimeOffset giveUpAt = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(6);
        string body = string.Concat(Enumerable.Repeat("A sentence of the news, with its source and its link. ", 30));
        foreach (int[] batch in Enumerable.Range(0, channels).Chunk(Batch))
        {
            await bot.Get<Database>().InTransactionAsync(
                async transaction =>
                {
                    var posts = new List<NewPost>(batch.Length);
                    foreach (int number in batch)
                    {
                        Channel channel = await store.GetOrAddAsync(
                            transaction, bot.Space, new ChannelRef(ChatPlatform.Discord, number.ToString(CultureInfo.InvariantCulture)));
                        posts.Add(new NewPost($"{number}/2026-11-23/0/1", null, channel, 1, 1, body, null, giveUpAt));
                    }

                    return await bot.Get<PostStore>().AddAsync(transaction, posts);
                },
                CancellationToken.None);
        }
    }

    private static async Task<OutboxState> WatchAsync(BenchBot bot, List<(double Heap, double WorkingSet)> memory)
    {
        PostStore posts = bot.Get<PostStore>();
        long sampled = 0;
        while (true)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, CancellationToken.None);
            OutboxState state = await posts.StateAsync(null, CancellationToken.None);
            if (sampled == 0 || Stopwatch.GetElapsedTime(sampled) >= SampleInterval)
            {
                sampled = Stopwatch.GetTimestamp();
                memory.Add((Megabytes(GC.GetTotalMemory(forceFullCollection: true)), Megabytes(Environment.WorkingSet)));
            }

            if (state.Waiting == 0)
            {
                return state;
            }
        }
    }

    private static void Report(
        ChatServer server, OutboxState state, int channels, double seconds, List<(double Heap, double WorkingSet)> memory)
    {
        (int arrived, int limited) = server.Counts;
        double ideal = (double)channels / PlatformAllows;
        Line($"channels {channels}, delivered {state.Delivered}, messages on the platform {server.Messages.Count}, dead {state.Dead}, doubts {state.Unsure}");
        Line($"time {seconds:F1} s, ideal {ideal:F1} s, ratio {seconds / ideal:F3}");
        Line($"requests {arrived}, refused with 429 {limited}: {100.0 * limited / arrived:F2} %");
        Line($"live heap after 5 s {memory[Math.Min(1, memory.Count - 1)].Heap:F1} MB, at the end {memory[^1].Heap:F1} MB, most {memory.Max(each => each.Heap):F1} MB");
        Line($"working set at the end {memory[^1].WorkingSet:F0} MB, most {memory.Max(each => each.WorkingSet):F0} MB, the chat server included");
    }

    private static double Megabytes(long bytes) => bytes / (1024.0 * 1024.0);

    private static void Line(FormattableString line) => Console.Out.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

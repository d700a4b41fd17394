using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Store;

namespace DigestBot.Tests.Delivery;

/// <summary>Everybody's morning post at the same minute, in simulated time; at full size it is measured in bench/results.</summary>
public sealed class RushTests
{
    private const int Channels = 2_000;
    private const int PlatformAllows = 50;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task All_are_posted_as_fast_as_the_platform_allows_and_it_hardly_ever_refuses(int nodes)
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        await using TestBot bot = await TestBot.StartAsync("sqlite", cancel);
        await QueueAsync(bot);
        var limit = new ChatServerLimit(PlatformAllows);
        int refused = 0, underWay = 0, most = 0;
        var adapter = new ScriptedAdapter(ChatPlatform.Discord, Samples.WithNonce with { PerSecond = 48 });
        adapter.Answer = async (part, _) =>
        {
            TimeSpan? wait = limit.Ask(bot.Clock.GetUtcNow());
            most = Math.Max(most, ++underWay);
            await Task.Delay(TimeSpan.FromMilliseconds(100 + (part.Nonce[0] * 3)), bot.Clock, CancellationToken.None);
            underWay--;
            refused += wait is null ? 0 : 1;
            return wait is { } asked
                ? new DeliveryOutcome.RetryLater("HTTP 429", asked, WholePlatform: true)
                : new DeliveryOutcome.Delivered(part.Nonce);
        };
        DeliveryNode[] running = [.. Enumerable.Range(1, nodes).Select(seed => new DeliveryNode(bot, seed: seed, adapters: adapter))];

        DateTimeOffset start = bot.Clock.GetUtcNow();
        using var stop = new CancellationTokenSource();
        using var simulation = new Simulation(bot.Clock);
        simulation.Run(
            async () =>
            {
                Task[] pumps = [.. running.SelectMany(node => node.Outbox.Pumps).Select(pump => pump.RunAsync(stop.Token))];
                while (adapter.Sent.Count - refused < Channels || underWay > 0)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(100), bot.Clock, CancellationToken.None);
                }

                await stop.CancelAsync();
                await Task.WhenAll(pumps);
            },
            TimeSpan.FromMinutes(5));
        TimeSpan took = bot.Clock.GetUtcNow() - start;
        OutboxState state = await bot.Get<PostStore>().StateAsync(null, cancel);
        Array.ForEach(running, node => node.Dispose());

        Assert.Equal((Channels, 0, 0), (state.Delivered, state.Waiting, state.Unsure));
        Assert.Equal(Channels, adapter.Sent.Select(part => part.Nonce).Distinct().Count());
        Assert.InRange(took.TotalSeconds, 0, 1.1 * Channels / PlatformAllows);
        Assert.InRange(refused, 0, Channels / 100);
        Assert.InRange(most, 1, nodes * new DeliveryOptions().MaxInFlight);
    }

    // One body for all, as composing writes it.
    private static async Task QueueAsync(TestBot bot)
    {
        var ledger = new Ledger(bot);
        await ledger.WriteAsync(async transaction =>
        {
            var posts = new List<NewPost>();
            for (int i = 0; i < Channels; i++)
            {
                Channel channel = await ledger.Channels.GetOrAddAsync(
                    transaction, bot.Operator, new ChannelRef(ChatPlatform.Discord, $"{i}"));
                posts.Add(ledger.Notice($"{i}/2026-03-01/0/1", channel, "The same digest for all."));
            }

            await ledger.Posts.AddAsync(transaction, posts);
        });
    }
}

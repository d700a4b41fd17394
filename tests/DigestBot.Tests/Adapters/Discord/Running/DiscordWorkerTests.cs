using DigestBot.Adapters.Discord;
using DigestBot.Adapters.Discord.Running;
using DigestBot.Delivery;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DigestBot.Tests.Adapters.Discord.Running;

/// <summary>The bot connected to a Discord, over a real socket.</summary>
public abstract class DiscordWorkerTests(string provider)
{
    // A request may take so many of them that the clock does not overtake it on a busy machine.
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_throws_the_bot_out_is_held_back_until_it_lets_it_in_again()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(provider: provider);
        Channel channel = await ChannelAsync(town);
        IHostedService worker = await ConnectAsync(town);

        town.Discord.Guilds.Expel(town.Guild);
        await Eventually.TrueAsync(async () => !await IsOpenAsync(town, channel), "the channel is held back");
        town.Discord.Guilds.Invite(town.Guild);
        await Eventually.TrueAsync(() => IsOpenAsync(town, channel), "the channel is open again");

        await worker.StopAsync(Cancel);
    }

    [Fact]
    public async Task That_it_was_thrown_out_is_noticed_although_it_was_away()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(provider: provider);
        Channel channel = await ChannelAsync(town);
        IHostedService worker = await ConnectAsync(town);
        await Eventually.TrueAsync(
            async () => await town.Bot.Get<FactStore>().FindAsync("discord-guilds-0/1", Cancel) == $"{town.Guild.Id}", "the servers are kept");
        await worker.StopAsync(Cancel);
        town.Discord.Guilds.Expel(town.Guild);
        Assert.True(await IsOpenAsync(town, channel));

        await worker.StartAsync(Cancel);

        await Eventually.TrueAsync(
            async () =>
            {
                town.Clock.Advance(Step); // Discord wants some seconds between two sessions
                return !await IsOpenAsync(town, channel);
            },
            "the channel is held back");
        await worker.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_channel_that_is_deleted_is_held_back_before_any_digest_is_refused_there()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(provider: provider);
        Channel channel = await ChannelAsync(town);
        IHostedService worker = await ConnectAsync(town);

        town.Discord.Guilds.DeleteChannel(town.News);

        await Eventually.TrueAsync(async () => !await IsOpenAsync(town, channel), "the channel is held back");
        await worker.StopAsync(Cancel);
    }

    [Fact]
    public async Task Of_two_nodes_one_is_connected_and_the_other_takes_over_when_it_stops()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(provider: provider);
        using var first = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        using var second = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task one = Owner(town, 1).RunAsync(1, first.Token);
        await town.Discord.World.WaitUntilAsync(() => town.Discord.Gateway.Ready == 1, "the first session", Cancel);
        Task two = Owner(town, 2).RunAsync(1, second.Token);

        await first.CancelAsync();
        await one;
        await town.Discord.World.WaitUntilAsync(() => town.Discord.Gateway.Ready == 0, "the end of the first session", Cancel);
        Assert.Equal(1, town.Discord.Gateway.Opened);
        await Eventually.TrueAsync(
            () =>
            {
                town.Clock.Advance(Step);
                return Task.FromResult(town.Discord.Gateway.Ready == 1);
            },
            "the other node is connected");

        await second.CancelAsync();
        await two;
    }

    [Fact]
    public async Task A_token_that_is_refused_ends_discord_and_nothing_else()
    {
        await using DiscordTown town = await DiscordTown.StartAsync(provider: provider, token: "wrong.token");
        DiscordWorker worker = Worker(town);

        await worker.StartAsync(Cancel);
        await worker.ExecuteTask!.WaitAsync(Cancel);

        Assert.True(worker.ExecuteTask!.IsCompletedSuccessfully);
        Assert.True(town.Bot.Get<DiscordAccount>().IsRefused);
        Assert.Single(town.Discord.Journal.Requests());
    }

    private static async Task<IHostedService> ConnectAsync(DiscordTown town)
    {
        DiscordWorker worker = Worker(town);
        await worker.StartAsync(Cancel);
        await town.Discord.World.WaitUntilAsync(() => town.Discord.Gateway.Ready == 1, "a session", Cancel);
        return worker;
    }

    private static DiscordWorker Worker(DiscordTown town) =>
        Assert.Single(town.Bot.Get<IEnumerable<IHostedService>>().OfType<DiscordWorker>());

    private static ShardOwner Owner(DiscordTown town, int node) => new(
        town.Bot.Get<ShardFactory>(),
        town.Bot.Get<LeaseStore>(),
        new NodeName(new Random(node)),
        town.Bot.Get<IOptions<DiscordOptions>>(),
        town.Clock,
        NullLoggerFactory.Instance,
        NullLogger<ShardOwner>.Instance);

    private static async Task<Channel> ChannelAsync(DiscordTown town) => await new Ledger(town.Bot).ChannelAsync(
        DiscordTown.At(town.News).ToString(), await town.Bot.SpaceAsync($"discord:{town.Guild.Id}", Cancel));

    private static async Task<bool> IsOpenAsync(DiscordTown town, Channel channel) =>
        (await town.Bot.Get<ChannelStore>().OfAddressAsync(channel.Address, Cancel)).Count == 1;
}

public sealed class SqliteDiscordWorkerTests() : DiscordWorkerTests("sqlite");

public sealed class PostgresDiscordWorkerTests() : DiscordWorkerTests("postgresql");

using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.People;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>A fake with one guild, a channel and a reader, a clock that tests move, and a bot without a client.</summary>
internal sealed class Town : IAsyncDisposable
{
    private Town(FakeDiscordServer discord, FakeTimeProvider clock)
    {
        (Discord, Clock) = (discord, clock);
        Guild = discord.Guilds.AddGuild("News desk");
        Channel = discord.Guilds.AddChannel(Guild, "general");
        Reader = discord.World.AddUser("Ana");
        discord.Guilds.Join(Guild, Reader);
        Bot = new RawBot(discord);
    }

    public FakeDiscordServer Discord { get; }

    public FakeTimeProvider Clock { get; }

    public FakeGuild Guild { get; }

    public FakeChannel Channel { get; }

    public FakeUser Reader { get; }

    public RawBot Bot { get; }

    public static async Task<Town> BuildAsync(FakeDiscordOptions? options = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero));
        return new Town(await FakeDiscordServer.StartAsync(options, clock, TestContext.Current.CancellationToken), clock);
    }

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        await Discord.DisposeAsync();
    }
}

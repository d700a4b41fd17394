using DigestBot.Tests.Infrastructure;

namespace DigestBot.Benchmarks.Discord;

/// <summary>A client that can be measured: a program that connects, counts, answers, and says how far it has come.</summary>
internal sealed record BenchPeer(string Name, Func<FakeProcess, string[]> Command)
{
    public static BenchPeer Ours { get; } = new(
        "DigestBot.Discord", fake => ["dotnet", typeof(BenchPeer).Assembly.Location, "discord-client", fake.Api, fake.Token]);

    public static BenchPeer DiscordJs { get; } = new(
        "discord.js",
        fake => ["node", "--expose-gc", RepositoryRoot.Combine("tests", "peers", "discord", "bench.mjs"), fake.Api, fake.Token]);

    /// <summary>Starts it, and waits until it knows all servers and has its command registered.</summary>
    public async Task<BenchPeerProcess> StartAsync(FakeProcess fake, int guilds)
    {
        BenchPeerProcess peer = await BenchPeerProcess.StartAsync(Command(fake));
        while ((await peer.MarkAsync()).Guilds < guilds)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
        }

        return peer;
    }
}

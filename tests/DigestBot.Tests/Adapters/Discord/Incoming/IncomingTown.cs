using DigestBot.Adapters.Discord.Menu;
using DigestBot.Adapters.Discord.Running;
using DigestBot.Digests;
using DigestBot.Discord;
using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>The whole bot in a server of a fake Discord: real store, real client over the network, a clock that tests move.</summary>
public sealed class IncomingTown : IAsyncLifetime
{
    private const int ThreadStarter = 21;

    private DiscordSocketClient? _shard;
    private int _people;

    internal TestBot Bot { get; private set; } = null!;

    internal FakeDiscordServer Discord { get; private set; } = null!;

    internal Acts People => Discord.People;

    internal FakeGuild Guild { get; private set; } = null!;

    /// <summary>Owns the server.</summary>
    internal FakeUser Owner { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        var clock = new FakeTimeProvider(TestBot.Begin);
        Discord = await FakeDiscordServer.StartAsync(new FakeDiscordOptions { MessagesPerFiveSeconds = 1_000 }, clock, cancel);
        var settings = new Dictionary<string, string?>
        {
            ["Discord:Token"] = Discord.Options.Token,
            ["Discord:ApiUrl"] = $"{Discord.Api}/v10/",
            ["Discord:PublicKey"] = Discord.Signer.PublicKey,
        };
        Bot = await TestBot.StartAsync("sqlite", _ => { }, clock, cancel, settings);
        Owner = Discord.World.AddUser("Ada");
        Guild = Discord.Guilds.AddGuild("Readers", Owner);
        await Bot.ImportAsync(Bot.Operator, "Sample Wire", cancel, TownNews.Of(Bot.Clock.GetUtcNow()));
        await Bot.Get<MenuRegistrar>().RegisterAsync(cancel);
        await ConnectAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_shard is not null)
        {
            ValueTask ending = _shard.DisposeAsync();
            await PassAsync(TimeSpan.FromSeconds(3));
            await EndAsync(ending, "the shard");
        }

        await EndAsync(Discord.DisposeAsync(), "the fake");
        await EndAsync(Bot.DisposeAsync(), "the bot");
    }

    // The client waits two seconds of its clock for the gateway's goodbye. An answer that waits for longer is not let off.
    private async Task PassAsync(TimeSpan time)
    {
        TimeSpan step = TimeSpan.FromMilliseconds(100);
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Bot.Clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    // By the clock on the wall: what waits for the test's own would wait for ever, and no test would tell.
    private static async Task EndAsync(ValueTask ending, string what)
    {
        try
        {
            await ending.AsTask().WaitAsync(TimeSpan.FromMinutes(2));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{what} does not end.");
        }
    }

    /// <summary>A person of the server; each has a pace of their own.</summary>
    internal FakeUser AddReader(string locale = "en-GB", params IEnumerable<FakeRole> roles)
    {
        FakeUser reader = Discord.World.AddUser($"Reader {++_people}", locale: locale);
        Discord.Guilds.Join(Guild, reader, roles);
        return reader;
    }

    /// <summary>A channel that nothing was said in yet. Time passes meanwhile, so that no limit of requests is reached.</summary>
    internal FakeChannel AddChannel()
    {
        Bot.Clock.Advance(TimeSpan.FromSeconds(2));
        return Discord.Guilds.AddChannel(Guild, $"news-{++_people}");
    }

    /// <summary>Waits until the person sees a final answer.</summary>
    internal async Task<FakeInteraction> SettledAsync(FakeInteraction interaction)
    {
        await Discord.World.WaitUntilAsync(
            () => interaction.IsSettled, $"an answer to {interaction.Data.ToJsonString()}", TestContext.Current.CancellationToken);
        return interaction;
    }

    /// <summary>Waits for so many messages of the bot in a channel; the one that opens a thread is not said there.</summary>
    internal Task<FakeMessage[]> PostedAsync(FakeChannel channel, int count = 1) => Discord.World.WaitForAsync(
        () => Own(channel) is { } posted && posted.Length >= count ? posted : null,
        $"{count} messages in #{channel.Name}",
        TestContext.Current.CancellationToken);

    /// <summary>A thread begun from a message, as somebody begins one.</summary>
    internal async Task<FakeChannel> ThreadAsync(FakeMessage message, string name)
    {
        Channel thread = await Bot.Get<DiscordRestClient>().CreateThreadFromMessageAsync(
            message.Channel.Id, message.Id, new ThreadProperties { Name = name }, TestContext.Current.CancellationToken);
        return Discord.World.Channels[thread.Id];
    }

    /// <summary>The digest as the space may see it.</summary>
    internal async Task<Digest?> FindDigestAsync(string spaceKey, string id) => await Bot.Get<DigestArchive>().FindAsync(
        await Bot.SpaceAsync(spaceKey, TestContext.Current.CancellationToken), id, TestContext.Current.CancellationToken);

    private FakeMessage[] Own(FakeChannel channel) =>
    [
        .. channel.Messages.Values.Where(message => message.Author.Id == Discord.World.Bot.Id && message.Type != ThreadStarter),
    ];

    private async Task ConnectAsync()
    {
        var ready = new TaskCompletionSource();
        _shard = Bot.Get<ShardFactory>().Create(0, 1, exception => ready.TrySetException(exception));
        _shard.Ready += () =>
        {
            ready.TrySetResult();
            return Task.CompletedTask;
        };
        await _shard.LoginAsync(Discord.Options.Token);
        await _shard.StartAsync();
        await ready.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}

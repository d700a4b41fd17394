using DigestBot.Adapters.Discord;
using DigestBot.Delivery;
using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.Hosting;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.EndToEnd.Discord;

/// <summary>A server of a fake Discord and the whole bot in it, with all that <c>serve</c> runs; both go by one clock, which tests move.</summary>
/// <remarks>The bot can be stopped and started again, as often as a test likes: the store and Discord stay.</remarks>
internal sealed class ServedTown : IAsyncDisposable
{
    /// <summary>Time passes five times as fast as outside, so that whatever a request may take is still some seconds.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Leap = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly LogShelf _log = new();
    private MortalClock? _clock;
    private IHost? _host;

    private ServedTown(FakeDiscordServer discord, TestBot bot, IReadOnlyDictionary<string, string?> settings)
    {
        (Discord, Bot, _settings) = (discord, bot, settings);
        Owner = discord.World.AddUser("Ada");
        Guild = discord.Guilds.AddGuild("Readers", Owner);
        News = discord.Guilds.AddChannel(Guild, "news");
        Desk = discord.Guilds.AddChannel(Guild, "desk");
    }

    public FakeDiscordServer Discord { get; }

    /// <summary>The same store, for tests to look into.</summary>
    public TestBot Bot { get; }

    public FakeGuild Guild { get; }

    /// <summary>Manages the server.</summary>
    public FakeUser Owner { get; }

    /// <summary>Where digests are posted.</summary>
    public FakeChannel News { get; }

    /// <summary>Where managers set things up, and are told what goes wrong.</summary>
    public FakeChannel Desk { get; }

    public FakeTimeProvider Clock => Bot.Clock;

    public Acts People => Discord.People;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ServedTown> StartAsync(FakeDiscordOptions? options = null, params (string Key, string Value)[] settings)
    {
        var clock = new FakeTimeProvider(TestBot.Begin);
        FakeDiscordServer discord = await FakeDiscordServer.StartAsync(options, clock, Cancel);
        TestBot bot = await TestBot.StartAsync("sqlite", _ => { }, clock, Cancel);
        Dictionary<string, string?> all = new()
        {
            ["Store:Provider"] = "sqlite",
            ["Store:ConnectionString"] = $"Data Source={bot.File}",
            ["Discord:Token"] = discord.Options.Token,
            ["Discord:ApiUrl"] = $"{discord.Api}/v10/",
        };
        foreach ((string key, string value) in settings)
        {
            all[key] = value;
        }

        var town = new ServedTown(discord, bot, all);
        await bot.ImportAsync(bot.Operator, "Sample Wire", Cancel, DailyNews.Of(clock.GetUtcNow()));
        await town.ServeAsync();
        await town.UntilAsync(() => town._log.Text.Contains("is in 1 servers", StringComparison.Ordinal), "the bot knows that it is connected");
        return town;
    }

    /// <summary>Same, for tests that leap: what else has to come back within seconds by this clock has minutes, however slow the machine is.</summary>
    public static Task<ServedTown> StartToLeapAsync() =>
        StartAsync(new FakeDiscordOptions { HeartbeatInterval = TimeSpan.FromMinutes(10) }, ("Discord:ShardLease", "00:10:00"));

    /// <summary>Starts the bot, and waits until it is connected and its commands are there.</summary>
    /// <param name="death">How it ends, if it does not end well.</param>
    public async Task ServeAsync(SendDeath? death = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Logging.AddProvider(_log).SetMinimumLevel(LogLevel.Information);
        _clock = new MortalClock(Clock);
        builder.Services.AddDigestBot(_clock).AddDiscord(builder.Configuration).AddBotWorkers(builder.Configuration);
        if (death is not null)
        {
            Replace(builder.Services, death);
        }

        _host = builder.Build();
        await _host.StartAsync(Cancel);
        await UntilAsync(() => Discord.Gateway.Ready > 0 && Discord.Commands.Of(null).Count > 0, "the bot is connected");
    }

    /// <summary>Waits until the bot has come to where it dies, and lets it be dead: nothing of it happens any more.</summary>
    public async Task DiesAsync(SendDeath death)
    {
        await UntilAsync(() => death.HasCome, "the bot dies");
        _clock!.Stop();
        _host = null; // what still waits in it waits for ever
        Discord.Gateway.Kill();
    }

    /// <summary>Stops the bot as a signal does.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _host, null) is { } host)
        {
            Task stopping = host.StopAsync(Cancel);
            await UntilAsync(() => stopping.IsCompleted, "the bot has stopped");
            host.Dispose();
        }
    }

    /// <summary>Lets time pass until something is so.</summary>
    public Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => Task.FromResult(holds()), what);

    public Task UntilAsync(Func<Task<bool>> holds, string what) => UntilAsync(holds, what, Step);

    private Task UntilAsync(DateTimeOffset end, TimeSpan step) =>
        UntilAsync(() => Task.FromResult(Clock.GetUtcNow() >= end), $"it is {end:u}", step);

    private async Task UntilAsync(Func<Task<bool>> holds, string what, TimeSpan step)
    {
        try
        {
            await Eventually.TrueAsync(
                async () =>
                {
                    if (await holds())
                    {
                        return true;
                    }

                    Clock.Advance(step);
                    return false;
                },
                what);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{exception.Message} The bot said: {_log.Text}", exception);
        }
    }

    /// <summary>Lets much time pass quickly; for when nothing is on its way, in a town that was started to leap or a bot that needs no gateway.</summary>
    public Task LeapAsync(TimeSpan time) => UntilAsync(Clock.GetUtcNow() + time, Leap);

    /// <summary>Lets so much time pass, in steps that leave the bot the time to do what is due.</summary>
    public Task PassAsync(TimeSpan time) => UntilAsync(Clock.GetUtcNow() + time, Step);

    /// <summary>A person of the server.</summary>
    public FakeUser AddReader(string name = "Bo")
    {
        FakeUser reader = Discord.World.AddUser(name);
        Discord.Guilds.Join(Guild, reader);
        return reader;
    }

    /// <summary>Sends a command and waits for what is said to it; meanwhile no time passes.</summary>
    public Task<FakeInteraction> RunAsync(FakeUser user, FakeChannel channel, string command, params (string, object)[] options) =>
        SettledAsync(People.Run(user, channel, command, options));

    public Task<FakeInteraction> ClickAsync(FakeUser user, FakeMessage message, string label) =>
        SettledAsync(People.ClickLabel(user, message, label));

    public async Task<FakeInteraction> SettledAsync(FakeInteraction interaction)
    {
        await Discord.World.WaitUntilAsync(() => interaction.IsSettled, $"an answer to {interaction.Data.ToJsonString()}", Cancel);
        return interaction;
    }

    /// <summary>Sets up a schedule about Iraq, of three messages, as a manager does; by default for later.</summary>
    public async Task AddScheduleAsync(string name, params (string Name, object Value)[] options)
    {
        var all = new Dictionary<string, object>
        {
            ["name"] = name,
            ["topic"] = "iraq",
            ["at"] = "23:00",
            ["channel"] = News,
            ["stories"] = DailyNews.Stories,
        };
        foreach ((string option, object value) in options)
        {
            all[option] = value;
        }

        await RunAsync(Owner, Desk, "schedule add", [.. all.Select(option => (option.Key, option.Value))]);
    }

    /// <summary>Same, and makes it due now.</summary>
    public async Task RunNowAsync(string name = "iraq", params (string, object)[] options)
    {
        await AddScheduleAsync(name, options);
        await AgainAsync(name);
    }

    /// <summary>Makes a schedule due now.</summary>
    public Task AgainAsync(string name = "iraq") => RunAsync(Owner, Desk, "schedule run-now", ("schedule", name));

    /// <summary>What the bot has posted into a channel unasked or as an answer, oldest first.</summary>
    public FakeMessage[] Posted(FakeChannel channel)
    {
        lock (Discord.World.Gate)
        {
            return [.. channel.Messages.Values.Where(message => message.Author.Id == Discord.World.Bot.Id)];
        }
    }

    /// <summary>Waits until so many messages stand in a channel.</summary>
    public async Task<FakeMessage[]> PostedAsync(FakeChannel channel, int count = 1)
    {
        await UntilAsync(() => Posted(channel).Length >= count, $"{count} messages in #{channel.Name}");
        return Posted(channel);
    }

    /// <summary>Waits until the newest slot of the schedule has come to its end, and says which.</summary>
    public async Task<Occurrence> EndedAsync(string name = "iraq")
    {
        Occurrence? slot = null;
        await UntilAsync(
            async () => (slot = await NewestAsync(name)) is { State: not (OccurrenceState.Due or OccurrenceState.Queued) }, $"{name} has come to its end");
        return slot!;
    }

    public async Task<Schedule> ScheduleAsync(string name = "iraq") =>
        (await Bot.Get<ScheduleStore>().ListAsync(await SpaceAsync(), Cancel)).Single(schedule => schedule.Settings.Name == name);

    /// <summary>The newest slot of the schedule, whatever has become of it so far.</summary>
    public async Task<Occurrence?> NewestAsync(string name) =>
        await Bot.Get<OccurrenceStore>().HistoryAsync((await ScheduleAsync(name)).Id, 1, null, Cancel) is [var newest] ? newest : null;

    /// <summary>The parts of a slot, as they stand in the outbox.</summary>
    public Task<IReadOnlyList<Post>> PartsAsync(Occurrence slot) => Bot.Get<PostStore>().OfOccurrenceAsync(slot.Id, Cancel);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        await Bot.DisposeAsync();
    }

    // The one platform that there is, with its end built in.
    private static void Replace(IServiceCollection services, SendDeath death)
    {
        ServiceDescriptor adapter = services.Single(service => service.ServiceType == typeof(IChatAdapter));
        services.Remove(adapter);
        services.AddSingleton(adapter.ImplementationType!);
        services.AddSingleton<IChatAdapter>(provider => new DyingAdapter((IChatAdapter)provider.GetRequiredService(adapter.ImplementationType!), death));
    }

    private Task<Space> SpaceAsync() => Bot.SpaceAsync($"discord:{Guild.Id}", Cancel);
}

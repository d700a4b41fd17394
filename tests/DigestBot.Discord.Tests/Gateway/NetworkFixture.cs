using System.Collections.Concurrent;
using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.People;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>A client on real sockets, a Discord on loopback, and one server with one person in it.</summary>
internal sealed class NetworkFixture : IAsyncDisposable
{
    // By the client's clock, which is that much faster. Nothing but a dead connection may take so long, on a busy machine neither.
    private const int Times = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly HttpMessageInvoker _http = new(DiscordHttp.CreateHandler());

    private NetworkFixture(FakeDiscordServer server, DiscordSocketConfig config, string? token)
    {
        Server = server;
        Ada = server.World.AddUser("ada");
        FakeGuild guild = server.Guilds.AddGuild("Newsroom", Ada);
        Channel = server.Guilds.AddChannel(guild, "news");
        Token = token ?? server.Options.Token;
        var clock = new HastyClock(Times);
        Rest = new DiscordRestClient(
            new DiscordRestConfig
            {
                Token = Token,
                BaseAddress = new Uri($"{server.Api}/v10/"),
                ProjectUrl = new Uri("https://digestbot.example"),
                ProjectVersion = "1.0",
            },
            _http,
            TimeProvider.System,
            new Random(3));
        Client = new DiscordSocketClient(config, Ask, new IdentifyLimiter(Ask, clock), clock, new Random(4));
        Client.Ready += () => Note("Ready");
        Client.Resumed += () => Note("Resumed");
        Client.GuildAvailable += arrived => Note($"Available {arrived.Name}");
        Client.MessageReceived += message => Note(message.Content);
        Client.InteractionCreated += interaction => Note($"/{interaction.Data.Name}");
        Client.FatalError += exception => Note($"Fatal {exception.CloseCode}");
    }

    public FakeDiscordServer Server { get; }

    public DiscordRestClient Rest { get; }

    public DiscordSocketClient Client { get; }

    public FakeUser Ada { get; }

    public FakeChannel Channel { get; }

    public string Token { get; }

    public ConcurrentQueue<string> Events { get; } = new();

    public static async Task<NetworkFixture> StartAsync(
        DiscordSocketConfig? config = null, FakeDiscordOptions? options = null, string? token = null)
    {
        options ??= new FakeDiscordOptions { HeartbeatInterval = Patience };
        FakeDiscordServer server = await FakeDiscordServer.StartAsync(
            options with { IdentifyInterval = options.IdentifyInterval / Times }, cancellationToken: TestContext.Current.CancellationToken);
        config = (config ?? new DiscordSocketConfig()) with { ConnectionTimeout = Patience, SessionTimeout = Patience };
        var fixture = new NetworkFixture(server, config, token);
        await fixture.Client.LoginAsync(fixture.Token);
        await fixture.Client.StartAsync();
        return fixture;
    }

    /// <summary>Ada types that; as a mention, since without one the bot would not get the text.</summary>
    public string Type(string text) => Server.People.Type(Ada, Channel, $"{Server.People.Mention} {text}").Content;

    public Task SeenAsync(string what) => Eventually.TrueAsync(() => Task.FromResult(Events.Contains(what)), what);

    public static Task HoldsAsync(Func<bool> holds, string what) => Eventually.TrueAsync(() => Task.FromResult(holds()), what);

    public int Count(string what) => Events.Count(seen => seen == what);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
        _http.Dispose();
    }

    private Task<GatewayBot> Ask(CancellationToken cancellationToken) => Rest.GetGatewayBotAsync(cancellationToken);

    private Task Note(string what)
    {
        Events.Enqueue(what);
        return Task.CompletedTask;
    }
}

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>A client, the gateway that it talks to, and what its events told.</summary>
internal sealed class GatewayFixture : IAsyncDisposable
{
    public const string Token = "MTQwMA.fake.token";

    private TimeSpan _ended;

    private GatewayFixture(Simulation simulation, DiscordSocketConfig? config, Random? random)
    {
        Simulation = simulation;
        Gateway = new ScriptedGateway(simulation.Clock);
        Limiter = new IdentifyLimiter(AskAsync, simulation.Clock);
        Client = new DiscordSocketClient(
            (config ?? new DiscordSocketConfig()) with { WebSocketProvider = Gateway.Open },
            AskAsync,
            Limiter,
            simulation.Clock,
            random ?? new Random(17));
        Listen();
    }

    public Simulation Simulation { get; }

    public SimulatedClock Clock => Simulation.Clock;

    public ScriptedGateway Gateway { get; }

    public IdentifyLimiter Limiter { get; }

    public DiscordSocketClient Client { get; }

    /// <summary>What Discord says about the gateway.</summary>
    public Func<GatewayBot> Bot { get; set; } = () => new GatewayBot
    {
        Url = "wss://gateway.example",
        SessionStartLimit = new SessionStartLimit { Total = 1000, Remaining = 1000, ResetAfter = 86_400_000, MaxConcurrency = 1 },
    };

    public int Asked { get; private set; }

    /// <summary>The names of the events in their order, messages with their text.</summary>
    public List<string> Events { get; } = [];

    public List<GatewayClosedException> Fatal { get; } = [];

    public List<Exception> Ends { get; } = [];

    /// <summary>Seconds between the ends of connections.</summary>
    public List<double> Pauses { get; } = [];

    /// <summary>Runs a test with a client that has been started, and stops it afterwards.</summary>
    public static void Run(Func<GatewayFixture, Task> test, DiscordSocketConfig? config = null, Random? random = null) =>
        Simulation.Run(async simulation =>
        {
            await using var fixture = new GatewayFixture(simulation, config, random);
            await fixture.Client.LoginAsync(Token);
            await fixture.Client.StartAsync();
            await test(fixture);
        });

    public Task PassAsync(double seconds) => Simulation.PassAsync(TimeSpan.FromSeconds(seconds));

    public Task UntilAsync(Func<bool> isTrue, string what) => Simulation.UntilAsync(isTrue, what);

    public ValueTask DisposeAsync() => Client.DisposeAsync();

    private Task<GatewayBot> AskAsync(CancellationToken cancellationToken)
    {
        Asked++;
        return Task.FromResult(Bot());
    }

    private void Listen()
    {
        Client.Connected += () => Note("Connected");
        Client.Ready += () => Note("Ready");
        Client.Resumed += () => Note("Resumed");
        Client.MessageReceived += message => Note(message.Content);
        Client.JoinedGuild += guild => Note($"Joined {guild.Id}");
        Client.LeftGuild += guild => Note($"Left {guild}");
        Client.GuildAvailable += guild => Note($"Available {guild.Id}");
        Client.GuildUnavailable += guild => Note($"Unavailable {guild}");
        Client.ChannelUpdated += channel => Note($"Updated {channel.Id}");
        Client.ChannelDestroyed += channel => Note($"Destroyed {channel.Id}");
        Client.ThreadDeleted += thread => Note($"Thread deleted {thread.Id}");
        Client.PermissionsChanged += guild => Note($"Permissions {guild}");
        Client.Disconnected += exception =>
        {
            if (Ends.Count > 0)
            {
                Pauses.Add((Clock.Now - _ended).TotalSeconds);
            }

            _ended = Clock.Now;
            Ends.Add(exception);
            return Task.CompletedTask;
        };
        Client.FatalError += exception =>
        {
            Fatal.Add(exception);
            return Task.CompletedTask;
        };
    }

    private Task Note(string what)
    {
        Events.Add(what);
        return Task.CompletedTask;
    }
}

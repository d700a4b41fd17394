using System.Net;
using DigestBot.FakeDiscord.Commands;
using DigestBot.FakeDiscord.Control;
using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Gateway;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Limits;
using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;
using DigestBot.FakeDiscord.Recording;
using DigestBot.FakeDiscord.Rest;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DigestBot.FakeDiscord;

/// <summary>Discord on loopback: HTTP interface and gateway of one application, and the world that it sees.</summary>
/// <remarks>It shares no code with our client, so that it cannot share its mistakes; npm's discord.js proves it faithful.</remarks>
public sealed class FakeDiscordServer : IAsyncDisposable
{
    private readonly RestPipeline _pipeline;
    private readonly RestRoute[] _routes;
    private readonly ControlDesk _control;
    private WebApplication? _app;
    private int _port;

    private FakeDiscordServer(FakeDiscordOptions options, TimeProvider clock)
    {
        Options = options;
        _port = options.Port;
        World = new World(clock);
        Journal = new Journal(World.Clock, options.JournalLines);
        Invalid = new InvalidRequests(World.Clock, options.InvalidRequestsPerTenMinutes);
        Gateway = new GatewayHub(World, options, Journal, () => $"ws://127.0.0.1:{_port}/resume");
        Guilds = new GuildDesk(World);
        Commands = new CommandBook(World);
        var posting = new Posting(World);
        var answers = new Answers(World, posting);
        var desk = new InteractionDesk(World);
        People = new Acts(World, posting, desk, Commands);
        Endpoint = new InteractionEndpoint(World, desk, answers, Signer);
        _pipeline = new RestPipeline(
            World, options, Faults, new RateLimits(World.Clock, options), Invalid, Journal, () => Gateway.IsTokenReset);
        _routes =
        [
            .. new ApplicationRoutes(World, Gateway, Signer, () => $"ws://127.0.0.1:{_port}/gateway").All,
            .. new GuildRoutes(World).All,
            .. new ChannelRoutes(World, Guilds).All,
            .. new MessageRoutes(World, posting, new NonceMemory(World.Clock, options.NonceWindow), () => Gateway.ReadsContent).All,
            .. new ThreadRoutes(World, Guilds, posting).All,
            .. new CommandRoutes(World, Commands).All,
            .. new InteractionRoutes(World, answers).All,
        ];
        _control = new ControlDesk(this);
    }

    public FakeDiscordOptions Options { get; }

    /// <summary>The root of the interface, without version: <c>http://127.0.0.1:…/api</c>.</summary>
    public Uri Api => new($"http://127.0.0.1:{_port}/api");

    /// <summary>Where other processes drive it: <c>http://127.0.0.1:…/control</c>.</summary>
    public Uri ControlAddress => new($"http://127.0.0.1:{_port}/control");

    public World World { get; }

    public GuildDesk Guilds { get; }

    public CommandBook Commands { get; }

    public Acts People { get; }

    public GatewayHub Gateway { get; }

    public FaultPlan Faults { get; } = new();

    public InvalidRequests Invalid { get; }

    public Journal Journal { get; }

    public InteractionSigner Signer { get; } = new();

    /// <summary>Delivery of interactions over HTTP.</summary>
    public InteractionEndpoint Endpoint { get; }

    public static async Task<FakeDiscordServer> StartAsync(
        FakeDiscordOptions? options = null, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        var server = new FakeDiscordServer(options ?? new FakeDiscordOptions(), clock ?? TimeProvider.System);
        await server.ListenAsync(cancellationToken);
        return server;
    }

    /// <summary>Goes off the network; the world stays as it is.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _app, null) is { } app)
        {
            Gateway.Kill();
            await app.StopAsync(cancellationToken);
            await app.DisposeAsync();
        }
    }

    /// <summary>Comes back at the same address.</summary>
    public async Task ListenAsync(CancellationToken cancellationToken = default)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, _port, listen => listen.Protocols = HttpProtocols.Http1));
        WebApplication app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        Map(app);
        await app.StartAsync(cancellationToken);
        _port = new Uri(app.Urls.First()).Port;
        _app = app;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private void Map(WebApplication app)
    {
        foreach (RestRoute route in _routes)
        {
            app.MapMethods($"/api/v{{version}}{route.Template}", [route.Method], context => _pipeline.RunAsync(context, route));
        }

        app.Map("/gateway", ConnectAsync);
        app.Map("/resume", ConnectAsync);
        app.MapPost("/control/{action}", _control.RunAsync);
        app.MapFallback(context => _pipeline.RunAsync(context, null));
    }

    private async Task ConnectAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !Gateway.IsOpen)
        {
            context.Response.StatusCode = Gateway.IsOpen ? 400 : 503;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        bool compresses = context.Request.Query["compress"] == "zlib-stream";
        await Gateway.AcceptAsync(socket, context.Request.Query["v"], compresses, context.Abort, context.RequestAborted);
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Discord;

/// <summary>One shard's connection to the gateway: gets events, and stays connected until it is stopped.</summary>
/// <remarks>
/// Handlers never run where frames are read. Those of messages and interactions run beside each other; those of all other
/// events one after the other, in the order in which the events came. What a handler throws is logged. Safe to call concurrently.
/// </remarks>
/// <param name="askDiscord">Gets the gateway's address and limits; see <see cref="GatewayBot"/>.</param>
/// <param name="gate">Shared by all shards of the bot.</param>
/// <param name="random">This client's own: <see cref="Random"/> is not safe to call concurrently.</param>
public sealed partial class DiscordSocketClient(
    DiscordSocketConfig config,
    Func<CancellationToken, Task<GatewayBot>> askDiscord,
    IIdentifyGate gate,
    TimeProvider clock,
    Random random,
    ILogger<DiscordSocketClient>? logger = null) : IGatewayOwner, IAsyncDisposable
{
    private readonly ILogger _logger = logger ?? NullLogger<DiscordSocketClient>.Instance;
    private readonly SemaphoreSlim _lifecycle = new(1);
    private readonly GuildRoster _roster = new();
    private readonly DispatchLane _bookkeeping = new(mostInFlight: 1, config.MaxWaiting);
    private readonly DispatchLane _messages = new(config.MaxInFlight, config.MaxWaiting);
    private readonly DispatchLane _interactions = new(config.MaxInFlight, config.MaxWaiting);

    private string? _token;
    private volatile GatewayPresence? _presence;
    private volatile bool _presenceIsDue;
    private volatile GatewayLoop? _loop;
    private CancellationTokenSource? _stopping;
    private Task _running = Task.CompletedTask;
    private bool _disposed;

    public int ShardId => config.ShardId;

    public int TotalShards => config.TotalShards;

    public ConnectionState ConnectionState { get; private set; }

    /// <summary>How long the gateway took to answer the last heartbeat; zero before the first answer.</summary>
    public TimeSpan Latency => _loop?.Latency ?? TimeSpan.Zero;

    /// <summary>The bot; null before the first session.</summary>
    public DiscordUser? CurrentUser { get; private set; }

    /// <summary>The bot's application; null before the first session.</summary>
    public ulong? ApplicationId { get; private set; }

    /// <summary>The servers of this shard that the bot is in, unavailable ones included. A copy.</summary>
    public IReadOnlyCollection<ulong> GuildIds => _roster.Ids;

    /// <summary>Takes the token, which the next start uses. It is not checked with Discord before that.</summary>
    /// <param name="token">As the Developer Portal shows it, without "Bot" before it.</param>
    public Task LoginAsync(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        if (token.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            throw new ArgumentException("A bot's token has no spaces; it stands without 'Bot' before it.", nameof(token));
        }

        _token = token;
        return Task.CompletedTask;
    }

    /// <summary>Begins to connect, and returns at once; <see cref="Ready"/> tells when it is done.</summary>
    public async Task StartAsync()
    {
        await _lifecycle.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            string token = _token ?? throw new InvalidOperationException($"{nameof(LoginAsync)} comes before {nameof(StartAsync)}.");
            if (_running.IsCompleted)
            {
                _stopping?.Dispose();
                _stopping = new CancellationTokenSource();
                ConnectionState = ConnectionState.Connecting;
                _running = RunAsync(token, _stopping.Token);
            }
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>Ends the session, so that the bot is shown offline; handlers that run go on.</summary>
    public async Task StopAsync()
    {
        await _lifecycle.WaitAsync();
        try
        {
            if (!_running.IsCompleted)
            {
                ConnectionState = ConnectionState.Disconnecting;
                _stopping!.Cancel();
                await _running;
            }
        }
        finally
        {
            _lifecycle.Release();
        }
    }

    /// <summary>
    /// Shows the bot as <paramref name="presence"/> says: now, or as soon as there is a connection, and in later sessions too.
    /// </summary>
    public async Task SetPresenceAsync(GatewayPresence presence, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            presence.CustomStatus?.Length ?? 0, GatewayPresence.MostCharacters, nameof(presence));
        _presence = presence;
        _presenceIsDue = true;
        if (ConnectionState == ConnectionState.Connected)
        {
            await SendPresenceAsync(cancellationToken);
        }
    }

    /// <summary>Stops, and waits for the handlers that run. Not to be called by one of them.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_disposed)
        {
            await StopAsync();
            _disposed = true;
            await _interactions.DisposeAsync();
            await _messages.DisposeAsync();
            await _bookkeeping.DisposeAsync();
            _stopping?.Dispose();
            _lifecycle.Dispose();
        }
    }

    // Where the connection fails meanwhile, the next one sends it.
    private async Task SendPresenceAsync(CancellationToken cancellationToken)
    {
        if (_presence is not { } presence || _loop?.Connection is not { } connection)
        {
            return;
        }

        try
        {
            await connection.UpdatePresenceAsync(presence, cancellationToken);
            _presenceIsDue = _presence != presence;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogPresenceNotSent(ShardId, exception.Message);
        }
    }

    private async Task RunAsync(string token, CancellationToken stopping)
    {
        await Task.Yield();
        var settings = new ConnectionSettings(config, token, () => _presence);
        var loop = new GatewayLoop(settings, gate, new GatewayDirectory(config, askDiscord), this, clock, random, _logger);
        _loop = loop;
        GatewayClosedException? fatal = await loop.RunAsync(stopping);
        ConnectionState = ConnectionState.Disconnected;
        if (fatal is not null)
        {
            _bookkeeping.TryEnter(() => RaiseAsync(FatalError, fatal, nameof(FatalError)));
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Shard {ShardId} could not change its presence and will when it is back: {Reason}")]
    private partial void LogPresenceNotSent(int shardId, string reason);
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace DigestBot.Discord;

/// <content>What arrives, and who is told.</content>
public sealed partial class DiscordSocketClient
{
    /// <summary>A session has begun. <see cref="GuildIds"/> is known; the servers themselves come later.</summary>
    public event Func<Task>? Ready;

    /// <summary>The session goes on; what was missed has arrived.</summary>
    public event Func<Task>? Resumed;

    /// <summary>Before <see cref="Ready"/> and <see cref="Resumed"/>.</summary>
    public event Func<Task>? Connected;

    /// <summary>A connection, or an attempt to get one, has ended; as a rule the next follows soon.</summary>
    public event Func<Exception, Task>? Disconnected;

    /// <summary>The client has given up. The message says what the owner has to do.</summary>
    public event Func<GatewayClosedException, Task>? FatalError;

    public event Func<Message, Task>? MessageReceived;

    public event Func<Interaction, Task>? InteractionCreated;

    /// <summary>The bot was added to a server. <see cref="GuildAvailable"/> follows.</summary>
    public event Func<Guild, Task>? JoinedGuild;

    /// <summary>The bot was removed from a server, or the server is no more.</summary>
    public event Func<ulong, Task>? LeftGuild;

    /// <summary>A server is there: after the start, after an outage, or because the bot was added.</summary>
    public event Func<Guild, Task>? GuildAvailable;

    /// <summary>An outage hides a server.</summary>
    public event Func<ulong, Task>? GuildUnavailable;

    /// <summary>A channel or thread was changed: its name, its permissions, whether it is archived.</summary>
    public event Func<Channel, Task>? ChannelUpdated;

    public event Func<Channel, Task>? ChannelDestroyed;

    public event Func<Channel, Task>? ThreadDeleted;

    /// <summary>Roles of this server, or those that the bot has there, were changed: what it may do may be another now.</summary>
    public event Func<ulong, Task>? PermissionsChanged;

    /// <inheritdoc/>
    ValueTask IGatewayOwner.AcceptAsync(GatewayFrame frame, long arrivedAt, CancellationToken cancellationToken)
    {
        try
        {
            return Dispatch(frame, arrivedAt, cancellationToken);
        }
        catch (JsonException exception)
        {
            LogUnreadable(frame.Type, exception.Path);
            return ValueTask.CompletedTask; // it would come again in the same form
        }
    }

    /// <inheritdoc/>
    void IGatewayOwner.Ended(GatewayClosedException exception)
    {
        if (ConnectionState != ConnectionState.Disconnecting)
        {
            ConnectionState = ConnectionState.Connecting;
        }

        // A full lane must not keep the client from connecting again.
        _bookkeeping.TryEnter(() => RaiseAsync(Disconnected, exception, nameof(Disconnected)));
    }

    private ValueTask Dispatch(GatewayFrame frame, long arrivedAt, CancellationToken cancellationToken)
    {
        ReadOnlySpan<byte> data = frame.Data.Span;
        return frame.Type switch
        {
            "READY" => Begin(Read(data, GatewayJson.Default.ReadyEvent), cancellationToken),
            "RESUMED" => Establish(ResumeAsync, cancellationToken),
            "MESSAGE_CREATE" when MessageReceived is not null => Enter(
                _messages,
                () => MessageReceived,
                Read(data, DiscordJson.Default.Message),
                nameof(MessageReceived),
                cancellationToken),
            "INTERACTION_CREATE" when InteractionCreated is not null => Enter(
                _interactions,
                () => InteractionCreated,
                Read(data, DiscordJson.Default.Interaction) with { ReceivedTimestamp = arrivedAt },
                nameof(InteractionCreated),
                cancellationToken),
            "GUILD_CREATE" => Appear(Read(data, DiscordJson.Default.Guild), cancellationToken),
            "GUILD_DELETE" => Disappear(Read(data, DiscordJson.Default.UnavailableGuild), cancellationToken),
            "CHANNEL_UPDATE" or "THREAD_UPDATE" when ChannelUpdated is not null =>
                Keep(() => ChannelUpdated, Read(data, DiscordJson.Default.Channel), nameof(ChannelUpdated), cancellationToken),
            "CHANNEL_DELETE" when ChannelDestroyed is not null =>
                Keep(() => ChannelDestroyed, Read(data, DiscordJson.Default.Channel), nameof(ChannelDestroyed), cancellationToken),
            "THREAD_DELETE" when ThreadDeleted is not null =>
                Keep(() => ThreadDeleted, Read(data, DiscordJson.Default.Channel), nameof(ThreadDeleted), cancellationToken),
            "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" or "GUILD_ROLE_DELETE" =>
                ChangePermissions(Read(data, GatewayJson.Default.GuildChild), cancellationToken),
            "GUILD_MEMBER_UPDATE" when Read(data, GatewayJson.Default.GuildChild) is { User: { } user } member =>
                user.Id == CurrentUser?.Id ? ChangePermissions(member, cancellationToken) : ValueTask.CompletedTask,
            _ => ValueTask.CompletedTask,
        };
    }

    private ValueTask Begin(ReadyEvent ready, CancellationToken cancellationToken)
    {
        CurrentUser = ready.User;
        ApplicationId = ready.Application?.Id;
        _presenceIsDue = false; // it went with the request for the session
        _roster.Begin(ready.Guilds.Select(guild => guild.Id));
        return Establish(() => RaiseAsync(Ready, nameof(Ready)), cancellationToken);
    }

    private async Task ResumeAsync()
    {
        if (_presenceIsDue)
        {
            await SendPresenceAsync(CancellationToken.None);
        }

        await RaiseAsync(Resumed, nameof(Resumed));
    }

    private ValueTask Establish(Func<Task> raise, CancellationToken cancellationToken)
    {
        ConnectionState = ConnectionState.Connected;
        LogConnected(ShardId);
        return _bookkeeping.EnterAsync(
            async () =>
            {
                await RaiseAsync(Connected, nameof(Connected));
                await raise();
            },
            cancellationToken);
    }

    private ValueTask Appear(Guild guild, CancellationToken cancellationToken)
    {
        bool joined = _roster.Add(guild.Id);
        return guild.Unavailable
            ? Keep(() => GuildUnavailable, guild.Id, nameof(GuildUnavailable), cancellationToken)
            : _bookkeeping.EnterAsync(
                async () =>
                {
                    if (joined)
                    {
                        await RaiseAsync(JoinedGuild, guild, nameof(JoinedGuild));
                    }

                    await RaiseAsync(GuildAvailable, guild, nameof(GuildAvailable));
                },
                cancellationToken);
    }

    private ValueTask Disappear(UnavailableGuild guild, CancellationToken cancellationToken)
    {
        if (guild.Unavailable == true)
        {
            return Keep(() => GuildUnavailable, guild.Id, nameof(GuildUnavailable), cancellationToken);
        }

        _roster.Remove(guild.Id);
        return Keep(() => LeftGuild, guild.Id, nameof(LeftGuild), cancellationToken);
    }

    private ValueTask ChangePermissions(GuildChild change, CancellationToken cancellationToken) =>
        Keep(() => PermissionsChanged, change.GuildId, nameof(PermissionsChanged), cancellationToken);

    private ValueTask Keep<T>(Func<Func<T, Task>?> handlers, T value, string name, CancellationToken cancellationToken) =>
        Enter(_bookkeeping, handlers, value, name, cancellationToken);

    private ValueTask Enter<T>(
        DispatchLane lane, Func<Func<T, Task>?> handlers, T value, string name, CancellationToken cancellationToken) =>
        lane.EnterAsync(() => RaiseAsync(handlers(), value, name), cancellationToken);

    private static T Read<T>(ReadOnlySpan<byte> data, JsonTypeInfo<T> type)
        where T : class =>
        JsonSerializer.Deserialize(data, type) ?? throw new JsonException("An event has no content.");

    private Task RaiseAsync(Func<Task>? handlers, string name) =>
        RaiseEachAsync(handlers, handler => handler(), name);

    private Task RaiseAsync<T>(Func<T, Task>? handlers, T value, string name) =>
        RaiseEachAsync(handlers, handler => handler(value), name);

    // A handler is somebody else's code and must neither stop the others nor the client, so this catches everything.
    private async Task RaiseEachAsync<THandler>(THandler? handlers, Func<THandler, Task> call, string name)
        where THandler : Delegate
    {
        foreach (THandler handler in Delegate.EnumerateInvocationList(handlers))
        {
            try
            {
                await call(handler);
            }
            catch (Exception exception)
            {
                LogHandlerFailed(exception, name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Shard {ShardId} is connected")]
    private partial void LogConnected(int shardId);

    [LoggerMessage(Level = LogLevel.Error, Message = "A handler of {Event} failed")]
    private partial void LogHandlerFailed(Exception exception, string @event);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event {Event} could not be read, at {Path}; it is passed over")]
    private partial void LogUnreadable(string? @event, string? path);
}

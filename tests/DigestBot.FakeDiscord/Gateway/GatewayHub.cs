using System.Net.WebSockets;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Recording;

namespace DigestBot.FakeDiscord.Gateway;

/// <summary>The gateway: connections, sessions, and what tests do to them.</summary>
public sealed class GatewayHub
{
    private readonly World _world;
    private readonly Journal _journal;
    private readonly GatewayProtocol _protocol;
    private readonly Dictionary<string, GatewaySession> _sessions = [];
    private readonly List<GatewayConnection> _connections = [];
    private int _opened;

    internal GatewayHub(World world, FakeDiscordOptions options, Journal journal, Func<string> resumeAddress)
    {
        (_world, Options, _journal) = (world, options, journal);
        Identifies = new IdentifyBudget(world.Clock, options);
        _protocol = new GatewayProtocol(world, this, resumeAddress);
        world.Published += Dispatch;
    }

    /// <summary>Connections that stand.</summary>
    public int Connections => Locked(() => _connections.Count);

    /// <summary>Connections so far.</summary>
    public int Opened => Locked(() => _opened);

    /// <summary>Sessions begun so far.</summary>
    public int Identified => Locked(() => Identifies.Total);

    /// <summary>Sessions taken up again so far.</summary>
    public int Resumed { get; internal set; }

    /// <summary>Heartbeats so far.</summary>
    public int Heartbeats { get; internal set; }

    /// <summary>Sessions with a connection that has identified or resumed.</summary>
    public int Ready => Locked(() => _sessions.Values.Count(session => session.Connection is not null));

    /// <summary>Whether heartbeats are answered.</summary>
    public bool Acknowledges { get; set; } = true;

    /// <summary>Whether connections are taken at all.</summary>
    public bool IsOpen { get; set; } = true;

    internal FakeDiscordOptions Options { get; }

    internal IdentifyBudget Identifies { get; }

    /// <summary>Whether the token was reset, as happens after too many sessions in a day.</summary>
    internal bool IsTokenReset { get; set; }

    internal bool ReadsContent => Locked(() => _sessions.Values.Any(session => session.ReadsContent));

    /// <summary>Sends op 7: come back on a new connection, and resume.</summary>
    public void AskToReconnect() => OnAll(connection => connection.Send(new JsonObject { ["op"] = Op.Reconnect, ["d"] = null }));

    /// <summary>Sends op 9; a session that is not resumable is forgotten.</summary>
    public void Invalidate(bool resumable) => OnAll(connection => _protocol.Invalidate(connection, resumable));

    /// <summary>Sends op 1, which asks for a heartbeat at once.</summary>
    public void AskForHeartbeat() => OnAll(connection => connection.Send(new JsonObject { ["op"] = Op.Heartbeat, ["d"] = null }));

    /// <summary>Closes all connections with a code.</summary>
    public void Close(int code) => OnAll(connection => connection.Close(code));

    /// <summary>Drops all connections without a word.</summary>
    public void Kill() => OnAll(connection => connection.Kill());

    /// <summary>Leaves connections standing, and says nothing on them any more.</summary>
    public void Freeze() => OnAll(connection => connection.IsFrozen = true);

    internal async Task AcceptAsync(WebSocket socket, string? version, bool compresses, Action abort, CancellationToken cancellationToken)
    {
        GatewayConnection connection;
        lock (_world.Gate)
        {
            connection = new GatewayConnection(socket, this, ++_opened, compresses, abort) { LastHeartbeat = _world.Clock.GetUtcNow() };
            _connections.Add(connection);
            _protocol.Greet(connection, version);
        }

        using ITimer? watch = Options.WatchesHeartbeats ? Watch(connection) : null;
        await connection.RunAsync(cancellationToken);
        lock (_world.Gate)
        {
            _connections.Remove(connection);
            if (connection.Session?.Connection == connection)
            {
                connection.Session.Connection = null;
            }
        }

        _world.Pulse();
    }

    internal void Receive(GatewayConnection connection, JsonObject? frame)
    {
        lock (_world.Gate)
        {
            Record("in", connection.Number, Redacted(frame).ToJsonString(Journal.Written));
            if (!connection.IsFrozen)
            {
                _protocol.Receive(connection, frame);
            }
        }

        _world.Pulse();
    }

    internal void Record(string direction, int connection, string frame) => _journal.AddFrame(direction, connection, frame);

    internal void Add(GatewaySession session) => _sessions.Add(session.Id, session);

    internal void Forget(GatewaySession session) => _sessions.Remove(session.Id);

    internal GatewaySession? Find(string? id) => id is null ? null : _sessions.GetValueOrDefault(id);

    private void Dispatch(GatewayEvent happened)
    {
        foreach (GatewaySession session in _sessions.Values.Where(session => session.Wants(happened)))
        {
            session.Dispatch(happened.Name, happened.Data(session.ReadsContent).DeepClone().AsObject());
        }
    }

    private ITimer Watch(GatewayConnection connection) => _world.Clock.CreateTimer(
        _ =>
        {
            lock (_world.Gate)
            {
                if (_world.Clock.GetUtcNow() - connection.LastHeartbeat > Options.HeartbeatInterval * 1.5)
                {
                    connection.Close(CloseCode.SessionTimedOut);
                }
            }
        },
        null, Options.HeartbeatInterval, Options.HeartbeatInterval);

    private static JsonObject Redacted(JsonObject? frame)
    {
        JsonObject copy = frame?.DeepClone().AsObject() ?? new JsonObject { ["unreadable"] = true };
        if (copy.Field("d") is JsonObject data && data.ContainsKey("token"))
        {
            data["token"] = "(hidden)";
        }

        return copy;
    }

    private void OnAll(Action<GatewayConnection> act)
    {
        lock (_world.Gate)
        {
            foreach (GatewayConnection connection in _connections.ToArray())
            {
                act(connection);
            }
        }
    }

    private int Locked(Func<int> read)
    {
        lock (_world.Gate)
        {
            return read();
        }
    }

    private bool Locked(Func<bool> read) => Locked(() => read() ? 1 : 0) == 1;
}

using System.Text.Json.Nodes;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>The other end: takes the client's connections one after the other, and does what a test says.</summary>
internal sealed class ScriptedGateway(SimulatedClock clock)
{
    public const string SessionId = "5d1c6b";

    private readonly Queue<TaskCompletionSource<ScriptedSocket>> _awaited = new();
    private readonly Queue<ScriptedSocket> _unseen = new();

    /// <summary>All connections so far.</summary>
    public List<ScriptedSocket> Sockets { get; } = [];

    /// <summary>What a connection answers when it is dialled; for networks that fail.</summary>
    public Func<Uri, CancellationToken, Task> OnConnect { get; set; } = (_, _) => Task.CompletedTask;

    public int Identifies => Sockets.Sum(socket => socket.Received.Count(frame => frame.Op == 2));

    public IGatewaySocket Open()
    {
        var socket = new ScriptedSocket(clock, OnConnect, Show);
        Sockets.Add(socket);
        return socket;
    }

    /// <summary>The next connection that is established.</summary>
    public Task<ScriptedSocket> NextAsync()
    {
        if (_unseen.TryDequeue(out ScriptedSocket? socket))
        {
            return Task.FromResult(socket);
        }

        var awaited = new TaskCompletionSource<ScriptedSocket>(TaskCreationOptions.RunContinuationsAsynchronously);
        _awaited.Enqueue(awaited);
        return awaited.Task;
    }

    /// <summary>The next connection, up to a new session on it.</summary>
    public async Task<ScriptedSocket> NextReadyAsync(params ulong[] guilds)
    {
        ScriptedSocket socket = await NextAsync();
        socket.Hello();
        await socket.FrameAsync(2);
        socket.Ready(guilds);
        return socket;
    }

    public static JsonNode ReadyData(string sessionId, params ulong[] guilds) => new JsonObject
    {
        ["v"] = 10,
        ["user"] = new JsonObject { ["id"] = "77", ["username"] = "digest", ["bot"] = true },
        ["application"] = new JsonObject { ["id"] = "78", ["flags"] = 0 },
        ["guilds"] = new JsonArray([.. guilds.Select(guild => new JsonObject { ["id"] = $"{guild}", ["unavailable"] = true })]),
        ["session_id"] = sessionId,
        ["resume_gateway_url"] = "wss://resume.example",
    };

    private void Show(ScriptedSocket socket)
    {
        if (_awaited.TryDequeue(out TaskCompletionSource<ScriptedSocket>? awaited))
        {
            awaited.SetResult(socket);
        }
        else
        {
            _unseen.Enqueue(socket);
        }
    }
}

using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>One connection, seen from the server.</summary>
internal sealed class ScriptedSocket(SimulatedClock clock, Func<Uri, CancellationToken, Task> onConnect, Action<ScriptedSocket> connected)
    : IGatewaySocket
{
    private readonly Channel<(byte[] Bytes, bool End, SocketPiece? Close, Exception? Failure)> _toClient =
        System.Threading.Channels.Channel.CreateUnbounded<(byte[], bool, SocketPiece?, Exception?)>();

    private readonly Channel<SentFrame> _unread = System.Threading.Channels.Channel.CreateUnbounded<SentFrame>();
    private readonly MemoryStream _compressed = new();
    private ZLibStream? _zlib;
    private (byte[] Bytes, bool End) _rest = ([], true);

    public Uri? Address { get; private set; }

    public TimeSpan ConnectedAt { get; private set; }

    /// <summary>Everything that came from the client.</summary>
    public List<SentFrame> Received { get; } = [];

    public int? ClientCloseCode { get; private set; }

    public bool IsDisposed => DisposedAt is not null;

    public TimeSpan? DisposedAt { get; private set; }

    /// <summary>Heartbeats are answered as a server does; off for one that has died.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>A client's close is answered with one, as a server does; off for one that has died.</summary>
    public bool AnswersClose { get; set; } = true;

    /// <summary>How long a frame takes to leave the client.</summary>
    public Func<CancellationToken, Task> OnSend { get; set; } = _ => Task.CompletedTask;

    /// <summary>Told of each frame when it comes.</summary>
    public Action<SentFrame> OnFrame { get; set; } = _ => { };

    public async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        Address = address;
        await onConnect(address, cancellationToken);
        ConnectedAt = clock.Now;
        connected(this);
    }

    public async Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        await OnSend(cancellationToken);
        JsonNode whole = JsonNode.Parse(text.Span)!;
        var frame = new SentFrame(clock.Now, (int)whole["op"]!, whole["d"], whole);
        Received.Add(frame);
        _unread.Writer.TryWrite(frame);
        if (frame.Op == 1 && Answers)
        {
            Send("""{"op":11}""");
        }

        OnFrame(frame);
    }

    public async ValueTask<SocketPiece> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_rest.Bytes.Length == 0)
        {
            (byte[] bytes, bool end, SocketPiece? close, Exception? failure) = await _toClient.Reader.ReadAsync(cancellationToken);
            if (failure is not null)
            {
                throw failure;
            }

            if (close is { } closed)
            {
                return closed;
            }

            _rest = (bytes, end);
        }

        int count = Math.Min(buffer.Length, _rest.Bytes.Length);
        _rest.Bytes.AsMemory(0, count).CopyTo(buffer);
        _rest = (_rest.Bytes[count..], _rest.End);
        return new SocketPiece(count, _rest.End && _rest.Bytes.Length == 0);
    }

    public Task CloseOutputAsync(int code, CancellationToken cancellationToken)
    {
        ClientCloseCode = code;
        if (AnswersClose)
        {
            Close(code);
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        DisposedAt = clock.Now;
        _zlib?.Dispose();
        _compressed.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The next frame of a kind; those of other kinds before it are passed over.</summary>
    public async Task<SentFrame> FrameAsync(int op)
    {
        while (true)
        {
            SentFrame frame = await _unread.Reader.ReadAsync();
            if (frame.Op == op)
            {
                return frame;
            }
        }
    }

    /// <summary>Sends a frame, as one message; compressed where the client asked for it.</summary>
    public void Send(string text) => Send(Deflate(Encoding.UTF8.GetBytes(text)));

    public void Send(byte[] bytes, bool end = true) => _toClient.Writer.TryWrite((bytes, end, null, null));

    public void Hello(int interval = 41_250) =>
        Send($$$"""{"t":null,"s":null,"op":10,"d":{"heartbeat_interval":{{{interval}}},"_trace":[]}}""");

    public void Ready(params ulong[] guilds) => Dispatch("READY", 1, ScriptedGateway.ReadyData(ScriptedGateway.SessionId, guilds));

    public void Dispatch(string type, long sequence, JsonNode? data) =>
        Send(new JsonObject { ["t"] = type, ["s"] = sequence, ["op"] = 0, ["d"] = data }.ToJsonString());

    public void Dispatch(string type, long sequence, string data) => Dispatch(type, sequence, JsonNode.Parse(data));

    /// <summary>A message with this text.</summary>
    public void Message(long sequence, string text) =>
        Dispatch("MESSAGE_CREATE", sequence, new JsonObject { ["id"] = "5", ["channel_id"] = "6", ["content"] = text });

    public void Close(int? code) => _toClient.Writer.TryWrite(([], true, SocketPiece.Closed(code), null));

    /// <summary>A frame as it goes over the wire.</summary>
    public byte[] Deflate(byte[] text)
    {
        if (Address?.Query.Contains("compress=zlib-stream", StringComparison.Ordinal) != true)
        {
            return text;
        }

        _zlib ??= new ZLibStream(_compressed, CompressionLevel.Fastest);
        _compressed.SetLength(0);
        _zlib.Write(text);
        _zlib.Flush();
        return _compressed.ToArray();
    }

    /// <summary>The network fails, and what was under way is lost.</summary>
    public void Cut()
    {
        while (_toClient.Reader.TryRead(out _))
        {
        }

        Break();
    }

    /// <summary>The network fails.</summary>
    public void Break() => _toClient.Writer.TryWrite(([], true, null, new IOException("The connection was reset.")));
}

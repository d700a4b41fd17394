using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using DigestBot.FakeDiscord.Recording;

namespace DigestBot.FakeDiscord.Gateway;

/// <summary>One WebSocket: reads frames for the hub, and writes what is sent in order.</summary>
internal sealed class GatewayConnection(WebSocket socket, GatewayHub hub, int number, bool compresses, Action abort)
{
    private const int LongestFrame = 4096;

    private readonly Channel<string> _outbox = Channel.CreateUnbounded<string>();
    private readonly Queue<DateTimeOffset> _received = [];
    private int? _closeCode;

    public int Number => number;

    public GatewaySession? Session { get; set; }

    /// <summary>Whether it neither sends nor answers any more, though the connection stands.</summary>
    public bool IsFrozen { get; set; }

    /// <summary>Whether frames are packed one by one, as identifying may ask for.</summary>
    public bool PacksEach { get; set; }

    public DateTimeOffset LastHeartbeat { get; set; }

    /// <summary>When its frames of the last minute came; the hub counts them.</summary>
    public Queue<DateTimeOffset> Received => _received;

    public void Send(JsonObject frame) => Send(frame.ToJsonString(Journal.Written));

    public void Send(string frame) => _outbox.Writer.TryWrite(frame);

    /// <summary>Closes it after what waits has been sent.</summary>
    public void Close(int code)
    {
        _closeCode = code;
        _outbox.Writer.TryComplete();
    }

    /// <summary>Drops the connection without a word, as a broken network does.</summary>
    public void Kill()
    {
        _outbox.Writer.TryComplete();
        abort();
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        Task writing = WriteAllAsync(cancellationToken);
        try
        {
            await ReadAllAsync(cancellationToken);
        }
        catch (Exception exception) when (IsGone(exception))
        {
            // The client is gone; its session stays for a resume.
        }

        _outbox.Writer.TryComplete();
        await writing;
    }

    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestFrame + 1];
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            int length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                length += received.Count;
            }
            while (!received.EndOfMessage && length <= LongestFrame);

            if (received.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync((int?)socket.CloseStatus ?? 1000);
                return;
            }

            if (length > LongestFrame)
            {
                Close(CloseCode.Decode);
                return;
            }

            hub.Receive(this, Parse(buffer.AsSpan(0, length)));
        }
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> frame)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(frame)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task WriteAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var writer = new FrameWriter(socket, compresses);
            await foreach (string frame in _outbox.Reader.ReadAllAsync(cancellationToken))
            {
                if (!IsFrozen)
                {
                    hub.Record("out", number, frame);
                    await writer.WriteAsync(frame, PacksEach, cancellationToken);
                }
            }

            if (_closeCode is { } code)
            {
                hub.Record("out", number, $$"""{"close":{{code}}}""");
                await CloseAsync(code);
            }
        }
        catch (Exception exception) when (IsGone(exception) || exception is InvalidOperationException)
        {
            // Same: what could not be written is replayed when the session is resumed.
        }
    }

    private static bool IsGone(Exception exception) => exception is WebSocketException or OperationCanceledException or IOException;

    private async Task CloseAsync(int code)
    {
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);
        }
    }
}

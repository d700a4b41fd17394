using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>A connection to the gateway, frame by frame.</summary>
internal sealed class RawSocket(ClientWebSocket socket) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 20];

    /// <summary>Why it was closed, once it was.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    public Task SendAsync(int op, JsonNode? data) => SendTextAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public Task SendTextAsync(string frame)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(frame);
        return socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
    }

    /// <summary>The next frame; null at the end of the connection.</summary>
    public async Task<JsonObject?> ReadAsync()
    {
        int length = 0;
        while (true)
        {
            ValueWebSocketReceiveResult got = await socket.ReceiveAsync(_buffer.AsMemory(length), TestContext.Current.CancellationToken);
            length += got.Count;
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (got.EndOfMessage)
            {
                return JsonNode.Parse(Encoding.UTF8.GetString(_buffer, 0, length))!.AsObject();
            }
        }
    }

    /// <summary>Reads on until a frame of this op; fails where the connection ends before.</summary>
    public async Task<JsonObject> ReadAsync(int op)
    {
        while (await ReadAsync() is { } frame)
        {
            if (frame.Number("op") == op)
            {
                return frame;
            }
        }

        throw new InvalidOperationException($"Closed with {CloseCode} before op {op}.");
    }

    /// <summary>Reads on until this event.</summary>
    public async Task<JsonNode> ReadEventAsync(string name)
    {
        while (await ReadAsync(0) is { } frame)
        {
            if (frame.Text("t") == name)
            {
                return frame["d"]!;
            }
        }

        throw new InvalidOperationException();
    }

    /// <summary>Reads to the end of the connection, and says why it ended.</summary>
    public async Task<int?> ReadToEndAsync()
    {
        while (await ReadAsync() is not null)
        {
        }

        return CloseCode;
    }

    public void Dispose() => socket.Dispose();
}

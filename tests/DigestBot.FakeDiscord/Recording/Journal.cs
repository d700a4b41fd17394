using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Recording;

/// <summary>Every request with its answer and every frame of the gateway, one JSON object each; the oldest are dropped.</summary>
public sealed class Journal(TimeProvider clock, int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = [];

    /// <summary>How JSON is written here: as text that people can read.</summary>
    internal static JsonSerializerOptions Written { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is kept, oldest first, as JSON lines.</summary>
    public IReadOnlyList<string> Text
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Same, read.</summary>
    public IEnumerable<JsonObject> Lines => Text.Select(line => JsonNode.Parse(line)!.AsObject());

    /// <summary>Requests to one route, as <c>POST /channels/{channel_id}/messages</c>; all of them for null.</summary>
    public IReadOnlyList<JsonObject> Requests(string? route = null) =>
        [.. Lines.Where(line => line.Text("kind") == "rest" && (route is null || line.Text("route") == route))];

    /// <summary>Frames that clients sent with this op.</summary>
    public IReadOnlyList<JsonObject> Frames(int op) =>
        [.. Lines.Where(line => line.Text("direction") == "in" && line.Field("payload").Number("op") == op)];

    public void WriteTo(string path) => File.WriteAllLines(path, Text);

    public void Clear()
    {
        lock (_gate)
        {
            _lines.Clear();
        }
    }

    internal void AddRequest(JsonObject exchange)
    {
        exchange["kind"] = "rest";
        exchange["at"] = clock.GetUtcNow().ToText();
        Add(exchange.ToJsonString(Written));
    }

    internal void AddFrame(string direction, int connection, string payload)
    {
        string at = clock.GetUtcNow().ToText();
        Add($$"""{"kind":"gateway","at":"{{at}}","direction":"{{direction}}","connection":{{connection}},"payload":{{payload}}}""");
    }

    private void Add(string line)
    {
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > capacity)
            {
                _lines.Dequeue();
            }
        }
    }
}

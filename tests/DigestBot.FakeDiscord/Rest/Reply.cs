using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>An answer over HTTP: a status, and JSON unless the status says that there is none.</summary>
internal sealed record Reply(int Status, JsonNode? Body = null)
{
    /// <summary>Headers beyond those that every answer has.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public bool IsRefusal => Status >= 400;

    public static Reply Ok(JsonNode? body) => new(200, body);

    public static Reply Created(JsonNode body) => new(201, body);

    public static Reply Nothing => new(204);
}

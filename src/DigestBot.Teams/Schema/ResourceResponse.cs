using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Teams;

/// <summary>The name that the channel gave to what was sent.</summary>
public record ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string? id) => Id = id;

    /// <summary>Null where the channel answered without one; what was sent can then not be updated.</summary>
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>A conversation that was created, or found: asking again for a personal chat gives the same one.</summary>
public sealed record ConversationResourceResponse : ResourceResponse
{
    /// <summary>The first message, where there was one.</summary>
    public string? ActivityId { get; init; }

    public string? ServiceUrl { get; init; }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Teams;

/// <summary>Buttons above the text box. Teams shows three at most, in personal chats, of the kind "imBack".</summary>
public sealed record SuggestedActions
{
    /// <summary>Who sees them.</summary>
    public IReadOnlyList<string>? To { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

/// <summary>One button.</summary>
public sealed record CardAction
{
    public const string ImBack = "imBack";

    public string? Type { get; init; }

    public string? Title { get; init; }

    public JsonElement? Value { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

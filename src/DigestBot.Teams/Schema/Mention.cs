using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Teams;

/// <summary>An entity: somebody's name in the text.</summary>
public sealed record Mention
{
    public const string EntityType = "mention";

    public string Type { get; init; } = EntityType;

    public ChannelAccount? Mentioned { get; init; }

    /// <summary>The name as it stands in the text, marks included.</summary>
    public string? Text { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Teams;

/// <summary>
/// Something said about an activity: a mention, a place, citations. Everything but its type is in <see cref="Properties"/>.
/// </summary>
public sealed record Entity
{
    public string? Type { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }

    /// <summary>The entity as a type of its own.</summary>
    public T? GetAs<T>() => JsonSerializer.SerializeToElement(this, TeamsJson.Options).Deserialize<T>(TeamsJson.Options);

    /// <summary>An entity out of a type of one's own, which brings its "type".</summary>
    public static Entity From<T>(T value) =>
        JsonSerializer.SerializeToElement(value, TeamsJson.Options).Deserialize<Entity>(TeamsJson.Options)!;
}

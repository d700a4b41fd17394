using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>What the adapter keeps about a place, so that it need not ask before every post.</summary>
/// <remarks>What Discord says (kind, server, conversation) may be old; what people wish is what they said last.</remarks>
internal sealed record PostingPlace
{
    public PostingKind Kind { get; init; }

    /// <summary>Null in direct messages.</summary>
    public ulong? GuildId { get; init; }

    /// <summary>The conversation, where the address is that of a person.</summary>
    public ulong? ConversationId { get; init; }

    public string? Name { get; init; }

    /// <summary>False while only wishes are known.</summary>
    public bool Known { get; init; }

    /// <summary>A thread for each digest; null for what is configured.</summary>
    public bool? ThreadPerDigest { get; init; }

    /// <summary>Publish to other servers; null for what is configured.</summary>
    public bool? Crosspost { get; init; }

    /// <summary>Name of the tag that forum posts get; null for none, or the first where one is needed.</summary>
    public string? Tag { get; init; }

    /// <summary>Reads what <see cref="Write"/> wrote; what a newer version wrote and this one does not understand is as if it were not there.</summary>
    public static PostingPlace Read(string? reference)
    {
        try
        {
            return reference is null ? new() : JsonSerializer.Deserialize(reference, PostingPlaceJson.Default.PostingPlace) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    public string Write() => JsonSerializer.Serialize(this, PostingPlaceJson.Default.PostingPlace);
}

/// <summary>Its stored form.</summary>
[JsonSerializable(typeof(PostingPlace))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
internal sealed partial class PostingPlaceJson : JsonSerializerContext;

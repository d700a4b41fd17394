using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Teams;

/// <summary>All that is needed to speak in a conversation later, without being asked.</summary>
public sealed record ConversationReference
{
    public string? ActivityId { get; init; }

    /// <summary>Who spoke to the bot.</summary>
    public ChannelAccount? User { get; init; }

    public ChannelAccount? Bot { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ChannelId { get; init; }

    /// <summary>Base address of the channel's service. It changes now and then, so the latest is to be kept.</summary>
    public string? ServiceUrl { get; init; }

    public string? Locale { get; init; }

    /// <summary>Fields that this version does not know; they survive a round trip.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

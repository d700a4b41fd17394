using System.Text.Json;
using System.Text.Json.Serialization;

namespace DigestBot.Teams;

/// <summary>A person or a bot, as one channel knows it.</summary>
public record ChannelAccount
{
    public ChannelAccount()
    {
    }

    public ChannelAccount(string? id, string? name = null, string? role = null) => (Id, Name, Role) = (id, name, role);

    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The same in the directory, where there is one.</summary>
    public string? AadObjectId { get; init; }

    public string? Role { get; init; }

    /// <summary>True for the bot where somebody spoke to it privately in a channel or chat: a slash command.</summary>
    public bool? IsTargeted { get; init; }

    /// <summary>Fields that this version does not know; they survive a round trip.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Properties { get; init; }
}

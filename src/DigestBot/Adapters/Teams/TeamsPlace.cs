using System.Text.Json;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams;

/// <summary>All that is needed to speak somewhere unasked, as it is kept about the place.</summary>
/// <param name="ServiceUrl">Base address of the service; the latest that was seen.</param>
/// <param name="TenantId">The organization.</param>
/// <param name="Bot">The bot, as this conversation knows it.</param>
/// <param name="ConversationId">A channel or a chat, without a thread.</param>
/// <param name="TeamId">The team of a channel; null in chats.</param>
/// <param name="Name">As people know it, as far as it was told.</param>
internal sealed record TeamsPlace(
    string ServiceUrl, string? TenantId, ChannelAccount? Bot, string ConversationId, string? TeamId, string? Name)
{
    /// <summary>Where this activity came from; null for one that says nothing about a service.</summary>
    public static TeamsPlace? Of(IActivity activity)
    {
        if (activity is not { ServiceUrl: { Length: > 0 } service, Conversation.Id: { } conversation })
        {
            return null;
        }

        TeamsChannelData? data = activity.GetChannelData<TeamsChannelData>();
        return new(
            service,
            activity.GetTenantId(),
            activity.Recipient is { } bot ? new ChannelAccount(bot.Id, bot.Name) : null,
            ThreadId.Channel(conversation),
            data?.Team?.Id,
            data?.Team is null ? activity.Conversation.Name : data.Channel?.Name);
    }

    /// <returns>Null where nothing is kept, or something that an adapter of another kind wrote.</returns>
    public static TeamsPlace? Read(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<TeamsPlace>(reference, TeamsJson.Options) is { ServiceUrl: not null, ConversationId: not null } place
                ? place
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, TeamsJson.Options);
}

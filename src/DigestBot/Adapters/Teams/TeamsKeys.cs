using DigestBot.Chat;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams;

/// <summary>Keys of spaces, places and people in Teams, such as <c>teams:19:abc@thread.tacv2</c>.</summary>
internal static class TeamsKeys
{
    public static ChannelRef Of(string id) => new(ChatPlatform.Teams, id);

    /// <summary>Whether the id can be a key; ids of Teams all can.</summary>
    public static bool IsKey(string? id) => id is not null && ChannelRef.TryParse(Of(id).ToString(), out _);

    /// <summary>The space of a conversation: the team that it is in, otherwise the chat itself.</summary>
    /// <remarks>Invariant: conversations of two organizations never have one space, since no id of Teams is in both.</remarks>
    public static string Space(IActivity activity) => Of(TeamOf(activity) ?? activity.Conversation!.Id!).ToString();

    /// <summary>The team; null in chats.</summary>
    public static string? TeamOf(IActivity activity) => activity.GetChannelData<TeamsChannelData>()?.Team?.Id;

    /// <summary>Where digests are posted: the channel, whatever thread somebody writes in, or the chat.</summary>
    public static ChannelRef Place(IActivity activity) => Of(ThreadId.Channel(activity.Conversation!.Id!));
}

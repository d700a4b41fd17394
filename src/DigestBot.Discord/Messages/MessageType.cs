namespace DigestBot.Discord;

/// <summary>Why a message exists. Kinds that are not named here exist and are read as their number.</summary>
public enum MessageType
{
    Default = 0,
    RecipientAdd = 1,
    ChannelPinnedMessage = 6,
    GuildMemberJoin = 7,
    ChannelFollowAdd = 12,
    ThreadCreated = 18,
    Reply = 19,
    ApplicationCommand = 20,
    ThreadStarterMessage = 21,
    ContextMenuCommand = 23,
    AutoModerationAction = 24,
}

namespace DigestBot.Discord;

/// <summary>Where an interaction may happen, and where it did.</summary>
public enum InteractionContextType
{
    Guild = 0,

    /// <summary>In a conversation with the bot.</summary>
    BotDm = 1,

    /// <summary>In a conversation among people; the bot was installed by one of them.</summary>
    PrivateChannel = 2,
}

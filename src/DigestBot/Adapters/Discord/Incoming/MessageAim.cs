namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Whether a message turns to the bot: exactly one of the cases below.</summary>
internal enum MessageAim
{
    /// <summary>It does not.</summary>
    Nobody,

    /// <summary>It does, and its text has come with it.</summary>
    Bot,

    /// <summary>It answers a message of ours, but its text was kept back.</summary>
    Unread,
}

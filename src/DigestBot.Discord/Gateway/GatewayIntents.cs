namespace DigestBot.Discord;

/// <summary>Which events the gateway sends.</summary>
[Flags]
public enum GatewayIntents
{
    None = 0,
    Guilds = 1 << 0,
    GuildMembers = 1 << 1,
    GuildMessages = 1 << 9,
    DirectMessages = 1 << 12,
    MessageContent = 1 << 15,

    /// <summary>Servers, channels, and messages in servers and to the bot. Discord asks nobody for a reason to have these.</summary>
    Unprivileged = Guilds | GuildMessages | DirectMessages,
}

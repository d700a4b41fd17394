namespace DigestBot.FakeDiscord.Gateway;

/// <summary>The groups of events that a connection asks for.</summary>
[Flags]
public enum GatewayIntent
{
    None = 0,
    Guilds = 1 << 0,
    GuildMembers = 1 << 1,
    GuildPresences = 1 << 8,
    GuildMessages = 1 << 9,
    DirectMessages = 1 << 12,
    MessageContent = 1 << 15,

    /// <summary>Those that must be allowed for the application first.</summary>
    Privileged = GuildMembers | GuildPresences | MessageContent,
}

namespace DigestBot.Discord;

/// <summary>What an application was granted.</summary>
[Flags]
public enum ApplicationFlags
{
    None = 0,
    GatewayPresence = 1 << 12,
    GatewayPresenceLimited = 1 << 13,
    GatewayGuildMembers = 1 << 14,
    GatewayGuildMembersLimited = 1 << 15,
    GatewayMessageContent = 1 << 18,
    GatewayMessageContentLimited = 1 << 19,
    ApplicationCommandBadge = 1 << 23,
}

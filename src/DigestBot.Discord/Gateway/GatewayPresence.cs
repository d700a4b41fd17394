namespace DigestBot.Discord;

/// <summary>What people see of the bot in the list of members.</summary>
/// <param name="CustomStatus">A line under the bot's name, up to <see cref="MostCharacters"/> characters.</param>
public sealed record GatewayPresence(UserStatus Status, string? CustomStatus = null)
{
    public const int MostCharacters = 128;
}

namespace DigestBot.Discord;

/// <summary>What every connection of a client has in common.</summary>
/// <param name="Presence">The presence that is wanted now; null where Discord's own will do.</param>
internal sealed record ConnectionSettings(DiscordSocketConfig Config, string Token, Func<GatewayPresence?> Presence)
{
    /// <summary>Without the token, which is a secret.</summary>
    public override string ToString() => Config.ToString();
}

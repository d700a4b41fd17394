using System.Globalization;

namespace DigestBot.Adapters.Discord;

/// <summary>The address at which the owner of a server lets the bot in, with what it needs and nothing else.</summary>
internal static class InviteLink
{
    private const string Asks = "&scope=bot+applications.commands";

    public static string Of(ulong applicationId) => string.Create(
        CultureInfo.InvariantCulture,
        $"https://discord.com/oauth2/authorize?client_id={applicationId}{Asks}&permissions={(ulong)PermissionNames.Invited}");
}

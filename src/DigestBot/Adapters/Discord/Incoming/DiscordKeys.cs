using System.Globalization;
using DigestBot.Chat;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Keys of spaces, channels and people on Discord, such as <c>discord:123</c>.</summary>
internal static class DiscordKeys
{
    /// <summary>What stands before the id.</summary>
    public const string Prefix = "discord:";

    public static string Of(ulong id) => new ChannelRef(ChatPlatform.Discord, id.ToString(CultureInfo.InvariantCulture)).ToString();

    /// <summary>The id of a key; anything else as it is.</summary>
    public static string Bare(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : key;
}

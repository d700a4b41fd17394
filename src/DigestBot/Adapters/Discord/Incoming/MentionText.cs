using System.Globalization;
using System.Text.RegularExpressions;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Takes mentions of the bot out of what somebody wrote.</summary>
internal static partial class MentionText
{
    /// <summary>The text without them, wherever they stand, and without the gaps that they leave.</summary>
    public static string Without(string content, ulong botId)
    {
        string id = botId.ToString(CultureInfo.InvariantCulture);
        return Mention().Replace(content, match => match.Groups["id"].Value == id ? " " : match.Value).Trim();
    }

    [GeneratedRegex(@"[ \t]*<@!?(?<id>[0-9]{1,20})>[ \t]*")]
    private static partial Regex Mention();
}

using System.Globalization;
using System.Text;
using DigestBot.Delivery;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>Makes of a stored part what is sent: with its nonce, and with the one mention that is allowed.</summary>
internal static class PostingMessage
{
    private const string Unnamed = "Digest";

    public static MessageProperties Of(OutgoingPart part, PostingPlace place)
    {
        MessageProperties message = DiscordBody.Read(part.Body, part.Nonce) with
        {
            AllowedMentions = AllowedMentions.None,
            Flags = part.Silent ? MessageFlags.SuppressNotifications : null,
        };
        return RoleOf(part, place) is { } role
            ? message with
            {
                // Embeds never ping, so the mention stands before them.
                Content = string.Create(CultureInfo.InvariantCulture, $"<@&{role}> {message.Content}").TrimEnd(),
                AllowedMentions = AllowedMentions.None with { Roles = [role] },
            }
            : message;
    }

    /// <summary>Name of the thread that a message gets, in plain text.</summary>
    public static string NameOf(MessageProperties message)
    {
        string title = message.Embeds is [{ Title: { Length: > 0 } heading }, ..] ? heading : message.Content ?? "";
        string name = Plain(title).Trim();
        return name.Length == 0 ? Unnamed : ShortText.Of(name, DiscordLimits.ThreadName);
    }

    /// <summary>The role of this id; everybody's role, whose id is the server's, is never mentioned.</summary>
    public static ulong? RoleOf(string? role, ulong? guildId) =>
        ulong.TryParse(role, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id) && guildId is not null && id != guildId ? id : null;

    private static ulong? RoleOf(OutgoingPart part, PostingPlace place) => RoleOf(part.MentionRole, place.GuildId);

    // A backslash before punctuation is an escape of ours; names of threads know no markdown.
    private static string Plain(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        for (int i = 0; i < markdown.Length; i++)
        {
            if (markdown[i] != '\\' || i + 1 == markdown.Length || !IsPunctuation(markdown[i + 1]))
            {
                text.Append(markdown[i]);
                continue;
            }

            text.Append(markdown[++i]);
        }

        return text.ToString();
    }

    private static bool IsPunctuation(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));
}

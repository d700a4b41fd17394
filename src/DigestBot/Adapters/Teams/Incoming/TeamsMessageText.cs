using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>What somebody wrote, and which message they answer.</summary>
internal static partial class TeamsMessageText
{
    private const string Html = "text/html";

    /// <summary>The text without the mention of the bot. Who else is mentioned stays, as a name.</summary>
    public static string Of(IMessageActivity message)
    {
        string text = WebUtility.HtmlDecode(Tag().Replace(message.RemoveRecipientMention(), "")).Replace('\u00A0', ' ');
        return text.Trim();
    }

    /// <summary>The id of the message that is answered: the one quoted in a chat, or the one that a thread began from.</summary>
    public static string? Answered(IActivity message) => Quoted(message)
        ?? (message.Conversation?.Id is { } conversation ? ThreadId.Root(conversation) : null)
        ?? message.ReplyToId;

    // A message that quotes another brings the quote as HTML, with the other's id.
    private static string? Quoted(IActivity message) =>
        (message as IMessageActivity)?.Attachments?
            .Where(attachment => string.Equals(attachment.ContentType, Html, StringComparison.OrdinalIgnoreCase))
            .Select(attachment => attachment.Content is { ValueKind: System.Text.Json.JsonValueKind.String } content
                ? QuoteOf().Match(content.GetString()!)
                : Match.Empty)
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .FirstOrDefault(id => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    [GeneratedRegex("</?at(?: [^>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("""<blockquote[^>]{0,200}schema\.skype\.com/Reply[^>]{0,200}itemid="([0-9]{1,20})""", RegexOptions.IgnoreCase)]
    private static partial Regex QuoteOf();
}

using DigestBot.Commands;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>What a message says, in as many words as a question about it can use.</summary>
internal static class MessageText
{
    /// <summary>Its content, and what its embeds show; empty where it has neither.</summary>
    public static string Of(Message message)
    {
        IEnumerable<string?> pieces = [message.Content, .. message.Embeds.SelectMany(embed => new[] { embed.Title, embed.Description })];
        string text = string.Join('\n', pieces.Where(piece => !string.IsNullOrWhiteSpace(piece)).Select(piece => piece!.Trim()));
        if (text.Length <= CommandLimits.Quoted)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[CommandLimits.Quoted - 1]) ? CommandLimits.Quoted - 1 : CommandLimits.Quoted;
        return text[..end];
    }
}

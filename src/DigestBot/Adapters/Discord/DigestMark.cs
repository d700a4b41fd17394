using DigestBot.Discord;

namespace DigestBot.Adapters.Discord;

/// <summary>What a message of ours says about itself.</summary>
/// <param name="DigestId">The digest that it shows or answers from; null for none.</param>
/// <param name="Part">Which of its parts; null where it has none.</param>
/// <param name="Nonce">Under which it was posted; null where no schedule posted it.</param>
internal sealed record DigestMark(string? DigestId, PartMark? Part, string? Nonce)
{
    /// <summary>Reads it from the buttons, or from the footer where they are gone. The caller knows that the message is ours.</summary>
    /// <returns>Null where it is about no digest, and posted by no schedule.</returns>
    public static DigestMark? Of(Message message)
    {
        DiscordCustomId[] ids =
        [
            .. message.Components.SelectMany(row => row.SelfAndDescendants())
                .Select(component => DiscordCustomId.Parse(component.CustomId))
                .OfType<DiscordCustomId>(),
        ];
        var mark = new DigestMark(
            ids.Select(id => id.DigestId).FirstOrDefault(id => id is not null) ?? Footer(message),
            ids.Where(id => id.Action is DiscordCustomId.Sources or DiscordCustomId.Ask)
                .Select(id => PartMark.Parse(id.Argument)).FirstOrDefault(part => part is not null),
            ids.Select(id => id.Nonce).FirstOrDefault(nonce => nonce is not null));
        return mark is { DigestId: null, Nonce: null } ? null : mark;
    }

    private static string? Footer(Message message) =>
        message.Embeds.Select(embed => DiscordFooter.DigestId(embed.Footer?.Text)).FirstOrDefault(id => id is not null);
}

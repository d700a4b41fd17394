namespace DigestBot.Discord;

/// <summary>Holds messages against the documented limits before Discord does.</summary>
internal static class MessageRules
{
    private const MessageFlags Settable = MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications
        | MessageFlags.IsComponentsV2;

    public static void Validate(MessageProperties message)
    {
        ValidateParts(message);
        bool v2 = message.Flags?.HasFlag(MessageFlags.IsComponentsV2) == true;
        if (!v2 && string.IsNullOrWhiteSpace(message.Content) && message.Embeds is null or [] && message.Components is null or [])
        {
            throw new ArgumentException("The message is empty: it has no content, no embed and no component.");
        }
    }

    /// <summary>What holds for changes too, in which everything may be left out.</summary>
    public static void ValidateParts(MessageProperties message)
    {
        DiscordLimits.Check(message.Content, 0, DiscordLimits.Content, "content of the message");
        if (message.Nonce is not null)
        {
            DiscordLimits.Check(message.Nonce, 1, DiscordLimits.Nonce, "nonce");
        }

        if ((message.Flags & ~Settable) is not (null or MessageFlags.None))
        {
            throw new ArgumentException($"The flags {message.Flags & ~Settable} cannot be set.");
        }

        DiscordLimits.CheckCount(message.AllowedMentions?.Roles?.Count ?? 0, DiscordLimits.MentionIds, "roles to mention");
        DiscordLimits.CheckCount(message.AllowedMentions?.Users?.Count ?? 0, DiscordLimits.MentionIds, "users to mention");
        ValidateEmbeds(message.Embeds ?? []);
        if (message.Flags?.HasFlag(MessageFlags.IsComponentsV2) != true)
        {
            ComponentRules.ValidateRows(message.Components ?? []);
        }
    }

    private static void ValidateEmbeds(IReadOnlyList<Embed> embeds)
    {
        DiscordLimits.CheckCount(embeds.Count, DiscordLimits.Embeds, "embeds");
        foreach (Embed embed in embeds)
        {
            EmbedRules.Validate(embed);
        }

        int total = embeds.Sum(embed => embed.Length);
        if (total > DiscordLimits.EmbedTotal)
        {
            throw new ArgumentException($"The embeds have {total} characters together; Discord allows {DiscordLimits.EmbedTotal}.");
        }
    }
}

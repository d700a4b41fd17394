namespace DigestBot.Discord;

/// <summary>Holds embeds against the documented limits before Discord does.</summary>
internal static class EmbedRules
{
    private const uint White = 0xFFFFFF;

    public static void Validate(Embed embed)
    {
        DiscordLimits.Check(embed.Title, 0, DiscordLimits.EmbedTitle, "title of the embed");
        DiscordLimits.Check(embed.Description, 0, DiscordLimits.EmbedDescription, "description of the embed");
        DiscordLimits.CheckUrl(embed.Url, "embed");
        if (embed.Color > White)
        {
            throw new ArgumentException("The colour of the embed is not between 0 and 0xFFFFFF.");
        }

        if (embed.Author is { } author)
        {
            DiscordLimits.Check(author.Name, 1, DiscordLimits.EmbedAuthor, "author of the embed");
            DiscordLimits.CheckUrl(author.Url, "embed's author");
        }

        if (embed.Footer is { } footer)
        {
            DiscordLimits.Check(footer.Text, 1, DiscordLimits.EmbedFooter, "footer of the embed");
        }

        DiscordLimits.CheckCount(embed.Fields?.Count ?? 0, DiscordLimits.EmbedFields, "fields in the embed");
        foreach (EmbedField field in embed.Fields ?? [])
        {
            DiscordLimits.Check(field.Name, 1, DiscordLimits.EmbedFieldName, "name of a field");
            DiscordLimits.Check(field.Value, 1, DiscordLimits.EmbedFieldValue, "value of a field");
        }

        if (embed.Length > DiscordLimits.EmbedTotal)
        {
            throw new ArgumentException($"The embed has {embed.Length} characters; Discord allows {DiscordLimits.EmbedTotal}.");
        }
    }
}

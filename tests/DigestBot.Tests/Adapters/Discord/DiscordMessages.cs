using DigestBot.Discord;

namespace DigestBot.Tests.Adapters.Discord;

/// <summary>Holds messages against what Discord allows.</summary>
internal static class DiscordMessages
{
    public static void AreWithinLimits(IReadOnlyList<MessageProperties> messages) => Assert.All(messages, IsWithinLimits);

    public static void IsWithinLimits(MessageProperties message)
    {
        Embed[] embeds = [.. message.Embeds ?? []];
        foreach (Embed embed in embeds)
        {
            EmbedBuilder builder = new EmbedBuilder().WithTitle(embed.Title).WithDescription(embed.Description).WithColor(embed.Color);
            (embed.Footer is { } footer ? builder.WithFooter(footer.Text) : builder).Build();
            Assert.False(string.IsNullOrWhiteSpace(embed.Description));
        }

        Assert.True(embeds.Sum(embed => embed.Length) <= 6000);
        Assert.InRange(message.Content?.Length ?? 0, embeds.Length == 0 ? 1 : 0, 2000);
        string[] ids = [.. Buttons(message).Select(button => button.CustomId!)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 100));
    }

    public static IEnumerable<MessageComponent> Buttons(MessageProperties message) =>
        (message.Components ?? []).SelectMany(row => row.SelfAndDescendants()).Where(component => component.Type == ComponentType.Button);

    public static string Text(MessageProperties message)
    {
        IEnumerable<string?> embedded = (message.Embeds ?? []).SelectMany(embed => (string?[])[embed.Title, embed.Description]);
        return string.Join("\n", [.. embedded, message.Content]).Trim('\n');
    }
}

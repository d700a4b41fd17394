using System.Text.Json.Nodes;
using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.Tests.Adapters.Discord.Incoming;

/// <summary>What people see of a message.</summary>
internal static class Shown
{
    /// <summary>Content, titles, descriptions and footers, one below the other.</summary>
    public static string Text(this FakeMessage? message) => message is null ? "" : string.Join(
        '\n',
        [
            message.Content,
            .. message.Embeds.SelectMany(embed => new[] { embed.Text("title"), embed.Text("description"), embed.Field("footer").Text("text") }),
        ]);

    /// <summary>All that an interaction was answered with.</summary>
    public static string Text(this FakeInteraction interaction) =>
        string.Join('\n', interaction.Followups.Prepend(interaction.Response!).Select(message => message.Text()));

    public static string[] Buttons(this FakeMessage? message) =>
        [.. message!.AllComponents().Select(component => component.Text("label")).OfType<string>()];

    public static string CustomId(this FakeMessage message, string label) =>
        message.AllComponents().First(component => component.Text("label") == label).Text("custom_id")!;

    /// <summary>Id of the digest that the footer names.</summary>
    public static string DigestId(this FakeMessage message) => message.CustomId("Ask").Split(':')[2];

    public static string[] Values(this JsonArray choices) => [.. choices.Select(choice => choice.Text("value")!)];
}

using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.FakeDiscord.Interactions;

/// <summary>Interactions as Discord sends them.</summary>
internal static class InteractionJson
{
    private const long AttachmentLimit = 10 * 1024 * 1024;

    public static JsonObject ToJson(this FakeInteraction interaction, World world)
    {
        FakeChannel channel = interaction.Channel;
        var json = new JsonObject
        {
            ["id"] = interaction.Id.ToText(),
            ["application_id"] = world.Bot.Id.ToText(),
            ["type"] = (int)interaction.Kind,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = interaction.Data.DeepClone(),
            ["channel_id"] = channel.Id.ToText(),
            ["channel"] = channel.ToPartialJson(Of(channel, interaction.User.Id)),
            ["app_permissions"] = ((ulong)Of(channel, world.Bot.Id)).ToText(),
            ["locale"] = interaction.User.Locale,
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(interaction),
            ["context"] = channel.Guild is null ? 1 : 0,
            ["attachment_size_limit"] = AttachmentLimit,
        };
        AddPerson(json, interaction);
        if (interaction.Source is { } source)
        {
            json["message"] = source.ToJson(world);
        }

        return json;
    }

    /// <summary>What a message says of the interaction that it answers.</summary>
    public static JsonObject ToMetadata(this FakeInteraction interaction)
    {
        var json = new JsonObject
        {
            ["id"] = interaction.Id.ToText(),
            ["type"] = (int)interaction.Kind,
            ["user"] = interaction.User.ToJson(),
            ["authorizing_integration_owners"] = Owners(interaction),
        };
        if (interaction.Kind == InteractionKind.Component)
        {
            json["interacted_message_id"] = interaction.Source!.Id.ToText();
        }
        else if (interaction.Kind == InteractionKind.ModalSubmit)
        {
            json["triggering_interaction_metadata"] = Trigger(interaction);
        }
        else if (interaction.Data.Text("target_id") is { } target)
        {
            json["target_message_id"] = target;
        }

        return json;
    }

    // The form's own trigger is not kept apart: it had the same person, and a component where it has a message.
    private static JsonObject Trigger(FakeInteraction interaction)
    {
        var json = new JsonObject
        {
            ["id"] = interaction.Id.ToText(),
            ["type"] = (int)(interaction.Source is null ? InteractionKind.Command : InteractionKind.Component),
            ["user"] = interaction.User.ToJson(),
            ["authorizing_integration_owners"] = Owners(interaction),
        };
        if (interaction.Source is { } source)
        {
            json["interacted_message_id"] = source.Id.ToText();
        }

        return json;
    }

    private static JsonObject Owners(FakeInteraction interaction) =>
        new(interaction.Owners.Select(owner => KeyValuePair.Create(owner.Key, (JsonNode?)owner.Value)));

    private static Rights Of(FakeChannel channel, ulong userId) =>
        channel.Guild is { } guild ? PermissionRules.In(guild, channel, userId) : Rights.All;

    private static void AddPerson(JsonObject json, FakeInteraction interaction)
    {
        if (interaction.Channel.Guild is not { } guild)
        {
            json["user"] = interaction.User.ToJson();
            return;
        }

        JsonObject member = guild.Members[interaction.User.Id].ToJson();
        member["permissions"] = ((ulong)Of(interaction.Channel, interaction.User.Id)).ToText();
        json["member"] = member;
        json["guild_id"] = guild.Id.ToText();
        json["guild_locale"] = guild.Locale;
        json["guild"] = new JsonObject { ["id"] = guild.Id.ToText(), ["locale"] = guild.Locale, ["features"] = new JsonArray() };
    }
}

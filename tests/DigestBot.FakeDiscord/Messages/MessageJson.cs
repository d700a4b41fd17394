using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>Messages as Discord shows them to the bot.</summary>
internal static class MessageJson
{
    /// <summary>The message; without the intent to read content, what is not addressed to the bot arrives empty.</summary>
    public static JsonObject ToJson(this FakeMessage message, World world, bool readsContent = false)
    {
        JsonObject json = Basic(message, world, readsContent || IsAddressed(message, world));
        if (message.Type is 19 or 21)
        {
            json["referenced_message"] = message.AnswerTo is { IsDeleted: false } answered
                ? Basic(answered, world, readsContent || IsAddressed(answered, world))
                : null;
        }

        return json;
    }

    /// <summary>The target of a message command: whoever chose it lets the bot read it.</summary>
    public static JsonObject ToTargetJson(this FakeMessage message, World world) => Basic(message, world, readable: true);

    /// <summary>What MESSAGE_CREATE and MESSAGE_UPDATE carry.</summary>
    public static JsonObject ToEventJson(this FakeMessage message, World world, bool readsContent)
    {
        JsonObject json = message.ToJson(world, readsContent);
        json["channel_type"] = (int)message.Channel.Kind;
        if (message.Channel.Guild is { } guild)
        {
            json["guild_id"] = guild.Id.ToText();
            json["member"] = guild.Members.GetValueOrDefault(message.Author.Id)?.ToJson(withUser: false);
        }

        return json;
    }

    private static bool IsAddressed(FakeMessage message, World world) =>
        message.Author.Id == world.Bot.Id
        || message.Channel.Kind == ChannelKind.Direct
        || message.Mentions.Users.Any(user => user.Id == world.Bot.Id);

    private static JsonObject Basic(FakeMessage message, World world, bool readable)
    {
        var json = new JsonObject
        {
            ["id"] = message.Id.ToText(),
            ["type"] = message.Type,
            ["channel_id"] = message.Channel.Id.ToText(),
            ["author"] = message.Author.ToJson(),
            ["content"] = readable ? message.Content : "",
            ["embeds"] = readable ? message.Embeds.DeepClone() : new JsonArray(),
            ["components"] = readable ? message.Components.DeepClone() : new JsonArray(),
            ["attachments"] = readable ? message.Attachments.DeepClone() : new JsonArray(),
            ["mentions"] = message.Mentions.Users.ToJsonArray(user => user.ToJson()),
            ["mention_roles"] = message.Mentions.Roles.IdArray(),
            ["mention_everyone"] = message.Mentions.Everyone,
            ["timestamp"] = message.CreatedAt.ToText(),
            ["edited_timestamp"] = message.EditedAt?.ToText(),
            ["flags"] = (long)message.Flags,
            ["pinned"] = message.IsPinned,
            ["tts"] = false,
        };
        AddOrigin(json, message, world);
        return json;
    }

    private static void AddOrigin(JsonObject json, FakeMessage message, World world)
    {
        if (message.Nonce is { } nonce)
        {
            json["nonce"] = nonce.DeepClone();
        }

        if (message.InteractionMetadata is { } metadata)
        {
            json["interaction_metadata"] = metadata.DeepClone();
            json["application_id"] = world.Bot.Id.ToText();
            json["webhook_id"] = world.Bot.Id.ToText();
        }

        if (message.AnswerTo is { } answered)
        {
            json["message_reference"] = new JsonObject
            {
                ["type"] = 0,
                ["channel_id"] = answered.Channel.Id.ToText(),
                ["message_id"] = answered.Id.ToText(),
            };
            if (answered.Channel.Guild is { } guild)
            {
                json["message_reference"]!["guild_id"] = guild.Id.ToText();
            }
        }

        if (message.Thread is { } thread)
        {
            json["thread"] = thread.ToJson();
        }
    }
}

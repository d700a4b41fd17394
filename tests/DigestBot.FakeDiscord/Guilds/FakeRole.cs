using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Guilds;

/// <summary>A role of a guild; the one with the guild's id is everyone's.</summary>
public sealed class FakeRole(ulong id, string name, Rights permissions)
{
    public ulong Id => id;

    public string Name => name;

    public Rights Permissions { get; set; } = permissions;

    public bool Mentionable { get; init; }

    /// <summary>The bot's own role, made when it was invited.</summary>
    public ulong? BotId { get; init; }

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id.ToText(),
            ["name"] = Name,
            ["permissions"] = ((ulong)Permissions).ToText(),
            ["position"] = 0,
            ["color"] = 0,
            ["colors"] = new JsonObject { ["primary_color"] = 0, ["secondary_color"] = null, ["tertiary_color"] = null },
            ["hoist"] = false,
            ["managed"] = BotId is not null,
            ["mentionable"] = Mentionable,
            ["icon"] = null,
            ["unicode_emoji"] = null,
            ["flags"] = 0,
        };
        if (BotId is { } bot)
        {
            json["tags"] = new JsonObject { ["bot_id"] = bot.ToText() };
        }

        return json;
    }
}

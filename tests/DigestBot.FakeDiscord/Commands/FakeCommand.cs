using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;

namespace DigestBot.FakeDiscord.Commands;

/// <summary>A registered command: slash, user's or message's.</summary>
public sealed class FakeCommand(ulong id, ulong applicationId, ulong version, ulong? guildId, JsonObject definition)
{
    public ulong Id => id;

    public string Name => definition.Text("name")!;

    /// <summary>1 slash, 2 user, 3 message.</summary>
    public int Type => (int)(definition.Number("type") ?? 1);

    public ulong? GuildId => guildId;

    /// <summary>What was sent, without what says nothing.</summary>
    public JsonObject Definition => definition;

    /// <summary>What a member needs; null for nothing.</summary>
    public Rights? DefaultMemberPermissions =>
        definition.Id("default_member_permissions") is { } bits ? (Rights)bits : null;

    /// <summary>Where it may be called: 0 guild, 1 direct, 2 other private channels; guilds and direct unless it says so.</summary>
    public IReadOnlyList<long> Contexts => Numbers("contexts", guildId is null ? [0, 1, 2] : [0]);

    /// <summary>0 for guilds' installs, 1 for users'.</summary>
    public IReadOnlyList<long> IntegrationTypes => Numbers("integration_types", [0]);

    public JsonObject ToJson(bool withLocalizations)
    {
        var json = definition.DeepClone().AsObject();
        json["id"] = id.ToText();
        json["application_id"] = applicationId.ToText();
        json["version"] = version.ToText();
        json["type"] = Type;
        json["description"] = definition.Text("description") ?? "";
        json["default_member_permissions"] = DefaultMemberPermissions is { } needed ? ((ulong)needed).ToText() : null;
        json["nsfw"] = definition.Flag("nsfw") ?? false;
        json["contexts"] = definition.Field("contexts")?.DeepClone();
        if (guildId is { } guild)
        {
            json["guild_id"] = guild.ToText();
        }
        else
        {
            json["integration_types"] = IntegrationTypes.ToJsonArray(type => type);
        }

        foreach (string name in (string[])["name_localizations", "description_localizations"])
        {
            if (withLocalizations)
            {
                json[name] = definition.Field(name)?.DeepClone();
            }
            else
            {
                RemoveEverywhere(json, name);
            }
        }

        return json;
    }

    /// <summary>Whether the same was sent again; such a command keeps its id and version.</summary>
    public bool IsSameAs(JsonObject other) => JsonNode.DeepEquals(definition, other);

    private static void RemoveEverywhere(JsonObject json, string name)
    {
        json.Remove(name);
        foreach (JsonObject inner in json.List("options").Concat(json.List("choices")).OfType<JsonObject>())
        {
            RemoveEverywhere(inner, name);
        }
    }

    private long[] Numbers(string name, long[] byDefault) =>
        definition.Field(name) is JsonArray list ? [.. list.Select(item => item!.GetValue<long>())] : byDefault;
}

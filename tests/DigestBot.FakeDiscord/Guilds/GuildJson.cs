using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Guilds;

/// <summary>Guilds as Discord describes them, over HTTP and in GUILD_CREATE.</summary>
internal static class GuildJson
{
    public static JsonObject ToJson(this FakeGuild guild, bool withCounts = false)
    {
        JsonObject json = Settings(guild);
        json["roles"] = guild.Roles.Values.ToJsonArray(role => role.ToJson());
        json["emojis"] = new JsonArray();
        json["stickers"] = new JsonArray();
        if (withCounts)
        {
            json["approximate_member_count"] = guild.Members.Count;
            json["approximate_presence_count"] = guild.Members.Count;
        }

        return json;
    }

    /// <summary>What GUILD_CREATE carries; of the members only the bot, since the members' intent is not held.</summary>
    public static JsonObject ToCreateJson(this FakeGuild guild, ulong botId)
    {
        JsonObject json = guild.ToJson();
        FakeMember bot = guild.Members[botId];
        json["joined_at"] = bot.ToJson()["joined_at"]!.DeepClone();
        json["large"] = guild.Members.Count > 250;
        json["unavailable"] = false;
        json["member_count"] = guild.Members.Count;
        json["members"] = new JsonArray(bot.ToJson());
        json["voice_states"] = new JsonArray();
        json["presences"] = new JsonArray();
        json["stage_instances"] = new JsonArray();
        json["guild_scheduled_events"] = new JsonArray();
        json["soundboard_sounds"] = new JsonArray();
        json["channels"] = Visible(guild, botId, threads: false);
        json["threads"] = Visible(guild, botId, threads: true);
        return json;
    }

    private static JsonArray Visible(FakeGuild guild, ulong botId, bool threads) =>
        guild.Channels.Values
            .Where(channel => channel.IsThread == threads && !(threads && channel.IsArchived))
            .Where(channel => !threads || PermissionRules.In(guild, channel, botId).HasFlag(Rights.ViewChannel))
            .ToJsonArray(channel => channel.ToJson());

    private static JsonObject Settings(FakeGuild guild) => new()
    {
        ["id"] = guild.Id.ToText(),
        ["name"] = guild.Name,
        ["icon"] = null,
        ["description"] = null,
        ["home_header"] = null,
        ["splash"] = null,
        ["discovery_splash"] = null,
        ["features"] = new JsonArray("COMMUNITY", "NEWS"),
        ["banner"] = null,
        ["owner_id"] = guild.OwnerId.ToText(),
        ["application_id"] = null,
        ["region"] = "deprecated",
        ["afk_channel_id"] = null,
        ["afk_timeout"] = 300,
        ["system_channel_id"] = null,
        ["system_channel_flags"] = 0,
        ["widget_enabled"] = false,
        ["widget_channel_id"] = null,
        ["verification_level"] = 1,
        ["default_message_notifications"] = 1,
        ["mfa_level"] = 0,
        ["explicit_content_filter"] = 2,
        ["max_presences"] = null,
        ["max_members"] = 500_000,
        ["max_stage_video_channel_users"] = 50,
        ["max_video_channel_users"] = 25,
        ["vanity_url_code"] = null,
        ["premium_tier"] = 0,
        ["premium_subscription_count"] = 0,
        ["preferred_locale"] = guild.Locale,
        ["rules_channel_id"] = null,
        ["safety_alerts_channel_id"] = null,
        ["public_updates_channel_id"] = null,
        ["premium_progress_bar_enabled"] = false,
        ["nsfw"] = false,
        ["nsfw_level"] = 0,
        ["incidents_data"] = null,
    };
}

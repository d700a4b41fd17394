using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Guilds;

/// <summary>Channels as Discord describes them.</summary>
internal static class ChannelJson
{
    public static JsonObject ToJson(this FakeChannel channel) =>
        channel.IsThread ? Thread(channel) : channel.Kind == ChannelKind.Direct ? Direct(channel) : InGuild(channel);

    /// <summary>What an interaction says of its channel.</summary>
    public static JsonObject ToPartialJson(this FakeChannel channel, Rights ofUser)
    {
        JsonObject json = channel.ToJson();
        json["permissions"] = ((ulong)ofUser).ToText();
        return json;
    }

    private static JsonObject Common(FakeChannel channel) => new()
    {
        ["id"] = channel.Id.ToText(),
        ["type"] = (int)channel.Kind,
        ["flags"] = channel.RequiresTag ? 1 << 4 : 0,
        ["last_message_id"] = channel.Messages.Count == 0 ? null : channel.Messages.Keys[^1].ToText(),
    };

    private static JsonObject Direct(FakeChannel channel)
    {
        JsonObject json = Common(channel);
        json["recipients"] = new JsonArray(channel.Recipient!.ToJson());
        return json;
    }

    private static JsonObject InGuild(FakeChannel channel)
    {
        JsonObject json = Common(channel);
        json["guild_id"] = channel.Guild!.Id.ToText();
        json["name"] = channel.Name;
        json["parent_id"] = channel.Parent?.Id.ToText();
        json["position"] = 0;
        json["nsfw"] = channel.IsNsfw;
        json["topic"] = null;
        json["rate_limit_per_user"] = 0;
        json["permission_overwrites"] = channel.Overwrites.ToJsonArray(overwrite => new JsonObject
        {
            ["id"] = overwrite.Id.ToText(),
            ["type"] = overwrite.IsMember ? 1 : 0,
            ["allow"] = ((ulong)overwrite.Allow).ToText(),
            ["deny"] = ((ulong)overwrite.Deny).ToText(),
        });
        if (channel.Kind == ChannelKind.Forum)
        {
            json["available_tags"] = channel.Tags.ToJsonArray(tag => new JsonObject
            {
                ["id"] = tag.Id.ToText(),
                ["name"] = tag.Name,
                ["moderated"] = false,
                ["emoji_id"] = null,
                ["emoji_name"] = null,
            });
            json["default_reaction_emoji"] = null;
            json["default_sort_order"] = null;
            json["default_forum_layout"] = 0;
        }

        return json;
    }

    private static JsonObject Thread(FakeChannel thread)
    {
        JsonObject json = Common(thread);
        json["guild_id"] = thread.Guild!.Id.ToText();
        json["name"] = thread.Name;
        json["parent_id"] = thread.Parent!.Id.ToText();
        json["owner_id"] = thread.OwnerId.ToText();
        json["rate_limit_per_user"] = 0;
        json["message_count"] = thread.Messages.Count;
        json["member_count"] = 1;
        json["total_message_sent"] = thread.Messages.Count;
        json["thread_metadata"] = new JsonObject
        {
            ["archived"] = thread.IsArchived,
            ["archive_timestamp"] = thread.CreatedAt.ToText(),
            ["auto_archive_duration"] = thread.AutoArchiveMinutes,
            ["locked"] = thread.IsLocked,
            ["create_timestamp"] = thread.CreatedAt.ToText(),
        };
        if (thread.Parent.Kind == ChannelKind.Forum)
        {
            json["applied_tags"] = thread.AppliedTags.IdArray();
        }

        return json;
    }
}

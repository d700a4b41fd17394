using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>Channels themselves, direct conversations, and that the bot is typing.</summary>
internal sealed class ChannelRoutes(World world, GuildDesk guilds)
{
    private const string Channel = "/channels/{channel_id}";

    private readonly ChannelAccess _access = new(world);

    public IEnumerable<RestRoute> All =>
    [
        new("GET", Channel, call => Answer(call, Rights.None, channel => Reply.Ok(channel.ToJson()))),
        new("PATCH", Channel, Change),
        new("DELETE", Channel, Delete),
        new("POST", Channel + "/typing", call => Answer(call, Rights.SendMessages, _ => Reply.Nothing)),
        new("POST", "/users/@me/channels", OpenDirect),
    ];

    private Reply Answer(RestCall call, Rights needs, Func<FakeChannel, Reply> answer) =>
        _access.TryFind(call.Id("channel_id"), needs, out FakeChannel? channel, out Reply? refusal) ? answer(channel) : refusal;

    private Reply Change(RestCall call) => Answer(call, Rights.None, channel =>
    {
        bool owns = channel.IsThread && channel.OwnerId == world.Bot.Id;
        Rights needs = channel.IsThread ? Rights.ManageThreads : Rights.ManageChannels;
        if (!owns && !_access.Holds(channel, needs))
        {
            return Refusal.MissingPermissions;
        }

        bool revives = call.Body.Flag("archived") == false;
        if (channel.IsArchived && !revives)
        {
            return Refusal.ArchivedThread;
        }

        if (CheckName(call.Body) is { } refusal)
        {
            return refusal;
        }

        Apply(channel, call.Body);
        guilds.TellOf(channel, channel.IsThread ? "THREAD_UPDATE" : "CHANNEL_UPDATE");
        return Reply.Ok(channel.ToJson());
    });

    private static Reply? CheckName(JsonNode? body)
    {
        var errors = new FormErrors();
        if (body.Has("name"))
        {
            errors.Length("name", body.Text("name")?.Trim(), 100, least: 1);
        }

        return errors.ToRefusal();
    }

    private static void Apply(FakeChannel channel, JsonNode? body)
    {
        channel.Name = body.Text("name") ?? channel.Name;
        channel.IsArchived = body.Flag("archived") ?? channel.IsArchived;
        channel.IsLocked = body.Flag("locked") ?? channel.IsLocked;
        channel.AutoArchiveMinutes = (int)(body.Number("auto_archive_duration") ?? channel.AutoArchiveMinutes);
        if (body.Has("applied_tags"))
        {
            channel.AppliedTags.Clear();
            channel.AppliedTags.AddRange(body.Ids("applied_tags"));
        }
    }

    private Reply Delete(RestCall call) => Answer(call, Rights.None, channel =>
    {
        if (!_access.Holds(channel, channel.IsThread ? Rights.ManageThreads : Rights.ManageChannels))
        {
            return Refusal.MissingPermissions;
        }

        guilds.DeleteChannel(channel);
        return Reply.Ok(channel.ToJson());
    });

    private Reply OpenDirect(RestCall call)
    {
        if (call.Body.Id("recipient_id") is not { } id || !world.Users.TryGetValue(id, out FakeUser? user))
        {
            return Refusal.UnknownUser;
        }

        if (user.IsBot)
        {
            return Refusal.CannotWriteToUser;
        }

        return Reply.Ok(world.DirectChannel(user).ToJson());
    }
}

using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>Threads under messages, and posts of forums, which are threads too.</summary>
internal sealed class ThreadRoutes(World world, GuildDesk guilds, Posting posting)
{
    private static readonly long?[] Durations = [null, 60, 1440, 4320, 10080];

    private readonly ChannelAccess _access = new(world);

    public IEnumerable<RestRoute> All =>
    [
        new("POST", "/channels/{channel_id}/messages/{message_id}/threads", UnderMessage),
        new("POST", "/channels/{channel_id}/threads", InChannel),
        new("GET", "/guilds/{guild_id}/threads/active", Active),
    ];

    private Reply UnderMessage(RestCall call)
    {
        if (!_access.TryFind(call, Rights.CreatePublicThreads | Rights.ReadMessageHistory, out FakeMessage? message, out Reply? refusal))
        {
            return refusal;
        }

        if (message.Channel.Guild is null || message.Channel.IsThread)
        {
            return Refusal.WrongChannelType;
        }

        if (CheckForm(call.Body).ToRefusal() is { } wrong)
        {
            return wrong;
        }

        if (message.Thread is not null)
        {
            return Refusal.HasThread;
        }

        FakeChannel thread = Open(message.Channel, message.Id, call.Body);
        message.Thread = thread;
        message.Flags |= MessageMarks.HasThread;
        posting.Tell("MESSAGE_UPDATE", message);
        posting.Post(thread, message.Author, null, new PostOrigin { Type = 21, AnswerTo = message });
        return Reply.Created(thread.ToJson());
    }

    private Reply InChannel(RestCall call)
    {
        if (!_access.TryFind(call.Id("channel_id"), Rights.SendMessages, out FakeChannel? parent, out Reply? refusal))
        {
            return refusal;
        }

        FormErrors errors = CheckForm(call.Body);
        if (parent.Kind == ChannelKind.Forum)
        {
            return CreatePost(parent, call.Body, errors);
        }

        if (parent.Guild is null || parent.Kind is not (ChannelKind.Text or ChannelKind.Announcement))
        {
            return Refusal.WrongChannelType;
        }

        return !_access.Holds(parent, Rights.CreatePublicThreads) ? Refusal.MissingPermissions
            : errors.ToRefusal() ?? Reply.Created(Open(parent, world.Ids.Next(), call.Body).ToJson());
    }

    private Reply CreatePost(FakeChannel forum, JsonNode? body, FormErrors errors)
    {
        JsonNode? message = body.Field("message");
        if (message is null)
        {
            errors.Required("message");
        }

        IReadOnlyList<ulong> tags = body.Ids("applied_tags");
        errors.Count("applied_tags", tags.Count, 5);
        if (tags.Any(id => forum.Tags.TrueForAll(tag => tag.Id != id)))
        {
            errors.Add("applied_tags", "BASE_TYPE_CHOICES", "Value must be one of the tags of this forum.");
        }

        Reply? refusal = errors.ToRefusal()
            ?? (forum.RequiresTag && tags.Count == 0 ? Refusal.TagRequired : MessageRules.CheckNew(message));
        if (refusal is not null)
        {
            return refusal;
        }

        FakeChannel post = Open(forum, world.Ids.Next(), body);
        FakeMessage starter = posting.Post(post, world.Bot, message, id: post.Id);
        JsonObject json = post.ToJson();
        json["message"] = starter.ToJson(world);
        return Reply.Created(json);
    }

    private Reply Active(RestCall call)
    {
        if (!world.Guilds.TryGetValue(call.Id("guild_id"), out FakeGuild? guild) || !guild.Members.ContainsKey(world.Bot.Id))
        {
            return Refusal.UnknownGuild;
        }

        return Reply.Ok(new JsonObject
        {
            ["threads"] = guild.Channels.Values
                .Where(channel => channel.IsThread && !channel.IsArchived && _access.Holds(channel, Rights.ViewChannel))
                .OrderByDescending(thread => thread.Id)
                .ToJsonArray(thread => thread.ToJson()),
            ["members"] = new JsonArray(),
        });
    }

    private FakeChannel Open(FakeChannel parent, ulong id, JsonNode? body)
    {
        ChannelKind kind = parent.Kind == ChannelKind.Announcement ? ChannelKind.AnnouncementThread
            : body.Number("type") == (int)ChannelKind.PrivateThread ? ChannelKind.PrivateThread
            : ChannelKind.PublicThread;
        var thread = new FakeChannel(id, kind, body.Text("name")!, parent.Guild)
        {
            Parent = parent,
            OwnerId = world.Bot.Id,
            CreatedAt = world.Clock.GetUtcNow(),
            AutoArchiveMinutes = (int)(body.Number("auto_archive_duration") ?? 4320),
        };
        thread.AppliedTags.AddRange(body.Ids("applied_tags"));
        parent.Guild!.Channels.Add(thread.Id, thread);
        world.Channels.Add(thread.Id, thread);
        guilds.TellOf(thread, "THREAD_CREATE");
        return thread;
    }

    private static FormErrors CheckForm(JsonNode? body)
    {
        var errors = new FormErrors();
        errors.Length("name", body.Text("name")?.Trim(), 100, least: 1);
        if (!Durations.Contains(body.Number("auto_archive_duration")))
        {
            errors.Choices("auto_archive_duration", "60, 1440, 4320, 10080");
        }

        return errors;
    }
}

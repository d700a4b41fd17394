using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>Messages of channels.</summary>
internal sealed class MessageRoutes(World world, Posting posting, NonceMemory nonces, Func<bool> readsContent)
{
    private const string Messages = "/channels/{channel_id}/messages";
    private const string Message = Messages + "/{message_id}";
    private const int OldEditsPerHour = 30;

    private readonly ChannelAccess _access = new(world);

    public IEnumerable<RestRoute> All =>
    [
        new("GET", Messages, List),
        new("POST", Messages, Create),
        new("GET", Message, Get),
        new("PATCH", Message, Edit),
        new("DELETE", Message, Delete),
        new("POST", Message + "/crosspost", Crosspost),
    ];

    private Reply List(RestCall call)
    {
        if (!_access.TryFind(call.Id("channel_id"), Rights.None, out FakeChannel? channel, out Reply? refusal))
        {
            return refusal;
        }

        int limit = (int)(call.QueryId("limit") ?? 50);
        if (limit is < 1 or > 100)
        {
            var errors = new FormErrors();
            errors.Add("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
            return errors.ToRefusal()!;
        }

        if (!_access.Holds(channel, Rights.ReadMessageHistory))
        {
            return Reply.Ok(new JsonArray());
        }

        return Reply.Ok(Page(channel, call, limit).ToJsonArray(message => message.ToJson(world, readsContent())));
    }

    // The newest first; what comes after an id is the oldest of it, yet newest first as well.
    private static IEnumerable<FakeMessage> Page(FakeChannel channel, RestCall call, int limit)
    {
        IList<FakeMessage> all = channel.Messages.Values;
        if (call.QueryId("after") is { } after)
        {
            return all.Where(message => message.Id > after).Take(limit).Reverse();
        }

        if (call.QueryId("around") is { } around)
        {
            return all.Where(message => message.Id <= around).TakeLast((limit / 2) + 1)
                .Concat(all.Where(message => message.Id > around).Take(limit / 2)).Reverse();
        }

        ulong before = call.QueryId("before") ?? ulong.MaxValue;
        return all.Where(message => message.Id < before).TakeLast(limit).Reverse();
    }

    private Reply Create(RestCall call)
    {
        if (!_access.TryFind(call.Id("channel_id"), Rights.None, out FakeChannel? channel, out Reply? refusal))
        {
            return refusal;
        }

        refusal = CheckPlace(channel) ?? MessageRules.CheckNew(call.Body, call.Files.Count)
            ?? CheckContents(channel, call.Body) ?? CheckReference(channel, call.Body, out _);
        if (refusal is not null)
        {
            return refusal;
        }

        string? enforced = call.Body.Flag("enforce_nonce") == true ? call.Body.Field("nonce")?.ToString() : null;
        if (enforced is not null && nonces.Find(world.Bot.Id, enforced) is { } made)
        {
            return made.IsDeleted ? Refusal.UnknownMessage : Reply.Ok(made.ToJson(world));
        }

        CheckReference(channel, call.Body, out FakeMessage? answered);
        FakeMessage message = posting.Post(channel, world.Bot, call.Body, new PostOrigin { AnswerTo = answered, Attachments = call.Files });
        if (enforced is not null)
        {
            nonces.Remember(message, enforced);
        }

        return Reply.Ok(message.ToJson(world));
    }

    private Reply? CheckPlace(FakeChannel channel) => channel switch
    {
        { HoldsMessages: false } => Refusal.NotATextChannel,
        { Recipient.RefusesDirectMessages: true } => Refusal.CannotWriteToUser,
        { IsThread: true } when !_access.Holds(channel, Rights.SendMessagesInThreads) => Refusal.MissingPermissions,
        { IsThread: false } when !_access.Holds(channel, Rights.SendMessages) => Refusal.MissingPermissions,
        { IsLocked: true } when !_access.Holds(channel, Rights.ManageThreads) => Refusal.LockedThread,
        _ => null,
    };

    private Reply? CheckContents(FakeChannel channel, JsonNode? body) =>
        body.List("embeds").Count > 0 && !_access.Holds(channel, Rights.EmbedLinks) ? Refusal.MissingPermissions : null;

    private Reply? CheckReference(FakeChannel channel, JsonNode? body, out FakeMessage? answered)
    {
        answered = null;
        if (body.Field("message_reference") is not JsonObject reference)
        {
            return null;
        }

        if (!_access.Holds(channel, Rights.ReadMessageHistory))
        {
            return Refusal.CannotReplyBlindly;
        }

        channel.Messages.TryGetValue(reference.Id("message_id") ?? 0, out answered);
        if (answered is not null || reference.Flag("fail_if_not_exists") == false)
        {
            return null;
        }

        var errors = new FormErrors();
        errors.Add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        return errors.ToRefusal();
    }

    private Reply Get(RestCall call) =>
        _access.TryFind(call, Rights.ReadMessageHistory, out FakeMessage? message, out Reply? refusal)
            ? Reply.Ok(message.ToJson(world, readsContent()))
            : refusal;

    private Reply Edit(RestCall call)
    {
        if (!_access.TryFind(call, Rights.None, out FakeMessage? message, out Reply? refusal))
        {
            return refusal;
        }

        refusal = message.Author.Id != world.Bot.Id ? Refusal.NotYourMessage
            : message.Channel.IsArchived ? Refusal.ArchivedThread
            : MessageRules.CheckEdit(call.Body, message) ?? CheckContents(message.Channel, call.Body);
        if (refusal is not null)
        {
            return refusal;
        }

        if (world.Clock.GetUtcNow() - message.CreatedAt > TimeSpan.FromHours(1) && message.Edits >= OldEditsPerHour)
        {
            return Refusal.TooManyOldEdits;
        }

        posting.Edit(message, call.Body);
        return Reply.Ok(message.ToJson(world));
    }

    private Reply Delete(RestCall call)
    {
        if (!_access.TryFind(call, Rights.None, out FakeMessage? message, out Reply? refusal))
        {
            return refusal;
        }

        if (message.Author.Id != world.Bot.Id && !_access.Holds(message.Channel, Rights.ManageMessages))
        {
            return Refusal.MissingPermissions;
        }

        posting.Delete(message);
        return Reply.Nothing;
    }

    private Reply Crosspost(RestCall call)
    {
        if (!_access.TryFind(call, Rights.SendMessages, out FakeMessage? message, out Reply? refusal))
        {
            return refusal;
        }

        if (message.Channel.Kind != ChannelKind.Announcement)
        {
            return Refusal.NotAnnounceable;
        }

        if (message.Flags.HasFlag(MessageMarks.Crossposted))
        {
            return Refusal.AlreadyCrossposted;
        }

        message.Flags |= MessageMarks.Crossposted;
        posting.Tell("MESSAGE_UPDATE", message);
        return Reply.Ok(message.ToJson(world));
    }
}

using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Gateway;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Messages;

/// <summary>Makes, changes and deletes messages that have passed the rules, and tells the gateway.</summary>
internal sealed class Posting(World world)
{
    private readonly MentionRules _mentions = new(world);

    /// <summary>A message made of a request's body; it stands in the channel unless only one person sees it.</summary>
    public FakeMessage Post(FakeChannel channel, FakeUser author, JsonNode? body, PostOrigin? origin = null, ulong? id = null)
    {
        origin ??= new PostOrigin();
        FakeMessage? answered = origin.AnswerTo;
        var message = new FakeMessage
        {
            Id = id ?? world.Ids.Next(),
            Channel = channel,
            Author = author,
            Type = origin.Type ?? (answered is null ? 0 : 19),
            Content = MessageRules.Content(body),
            Embeds = EmbedRules.Stored(body.List("embeds")),
            Components = ComponentRules.Stored(body.List("components"), world.Ids),
            Attachments = origin.Attachments,
            Flags = MessageRules.Flags(body) | origin.Flags,
            Nonce = body.Field("nonce")?.DeepClone(),
            CreatedAt = world.Clock.GetUtcNow(),
            AnswerTo = answered,
            VisibleOnlyTo = origin.VisibleOnlyTo,
            InteractionMetadata = origin.InteractionMetadata,
        };
        message.Mentions = Mentions(message, body, origin.InteractionMetadata is not null);
        Store(message);
        return message;
    }

    /// <summary>Changes what the body names and leaves the rest.</summary>
    public void Edit(FakeMessage message, JsonNode? body)
    {
        if (body.Has("content"))
        {
            message.Content = MessageRules.Content(body);
        }

        if (body.Has("embeds"))
        {
            message.Embeds = EmbedRules.Stored(body.List("embeds"));
        }

        if (body.Has("components"))
        {
            message.Components = ComponentRules.Stored(body.List("components"), world.Ids);
        }

        if (body.Has("flags"))
        {
            MessageMarks fixedFlags = message.Flags & (~MessageMarks.Settable | MessageMarks.ComponentsV2);
            message.Flags = fixedFlags | MessageRules.Flags(body);
        }

        bool wasLoading = message.Flags.HasFlag(MessageMarks.Loading);
        message.Flags &= ~MessageMarks.Loading;
        message.Mentions = Mentions(message, body, message.InteractionMetadata is not null);
        message.EditedAt = world.Clock.GetUtcNow();
        message.Edits += wasLoading ? 0 : 1;
        Tell("MESSAGE_UPDATE", message);
    }

    public void Delete(FakeMessage message)
    {
        message.IsDeleted = true;
        message.Channel.Messages.Remove(message.Id);
        var data = new JsonObject { ["id"] = message.Id.ToText(), ["channel_id"] = message.Channel.Id.ToText() };
        if (message.Channel.Guild is { } guild)
        {
            data["guild_id"] = guild.Id.ToText();
        }

        world.Publish(new GatewayEvent("MESSAGE_DELETE", message.Channel.Guild?.Id, Intent(message), _ => data));
    }

    /// <summary>Tells the bot of a message, unless it is in a place that the bot is not.</summary>
    public void Tell(string name, FakeMessage message)
    {
        bool reaches = message.Channel.Guild is not { } guild
            || PermissionRules.In(guild, message.Channel, world.Bot.Id).HasFlag(Rights.ViewChannel);
        if (reaches && !message.IsEphemeral)
        {
            world.Publish(new GatewayEvent(name, message.Channel.Guild?.Id, Intent(message), reads => message.ToEventJson(world, reads)));
        }
        else
        {
            world.Pulse();
        }
    }

    private static GatewayIntent Intent(FakeMessage message) =>
        message.Channel.Guild is null ? GatewayIntent.DirectMessages : GatewayIntent.GuildMessages;

    private void Store(FakeMessage message)
    {
        if (!message.IsEphemeral)
        {
            message.Channel.Messages.Add(message.Id, message);
            message.Channel.IsArchived = false;
        }

        Tell("MESSAGE_CREATE", message);
    }

    private Mentioned Mentions(FakeMessage message, JsonNode? body, bool onlyUsers)
    {
        string text = $"{message.Content}\n{ComponentTree.TextOf(message.Components)}";
        Mentioned found = _mentions.Find(
            text, body.Field("allowed_mentions"), message.Channel, message.Author, message.AnswerTo, onlyUsers);
        bool silent = message.Flags.HasFlag(MessageMarks.SuppressNotifications) || message.EditedAt is not null;
        return silent ? found with { Pinged = message.Mentions.Pinged } : found;
    }
}

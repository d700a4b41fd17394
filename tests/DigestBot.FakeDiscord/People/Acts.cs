using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Commands;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Interactions;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.FakeDiscord.People;

/// <summary>What people do in front of their screens; what Discord would not offer them throws.</summary>
public sealed class Acts
{
    private readonly World _world;
    private readonly Posting _posting;
    private readonly InteractionDesk _desk;
    private readonly CommandOffer _offer;

    internal Acts(World world, Posting posting, InteractionDesk desk, CommandBook book)
    {
        (_world, _posting, _desk) = (world, posting, desk);
        _offer = new CommandOffer(world, book);
    }

    /// <summary>How the bot is mentioned in a text.</summary>
    public string Mention => $"<@{_world.Bot.Id}>";

    /// <summary>Types a message, perhaps as a reply; a reply pings who is answered unless that is switched off.</summary>
    public FakeMessage Type(FakeUser user, FakeChannel channel, string text, FakeMessage? replyTo = null, bool ping = true)
    {
        lock (_world.Gate)
        {
            if (channel.Guild is { } guild && !PermissionRules.In(guild, channel, user.Id).HasFlag(Rights.ViewChannel))
            {
                throw new InvalidOperationException($"{user.Name} cannot see #{channel.Name}.");
            }

            var body = new JsonObject
            {
                ["content"] = text,
                ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray("users", "roles", "everyone"), ["replied_user"] = ping },
            };
            return _posting.Post(channel, user, body, new PostOrigin { AnswerTo = replyTo });
        }
    }

    public void Delete(FakeMessage message)
    {
        lock (_world.Gate)
        {
            _posting.Delete(message);
        }
    }

    /// <summary>Sends a slash command; subcommands are named with spaces, as <c>schedule add</c>.</summary>
    public FakeInteraction Run(FakeUser user, FakeChannel channel, string command, params (string Name, object Value)[] options)
    {
        lock (_world.Gate)
        {
            (FakeCommand found, JsonObject data) = _offer.Fill(user, channel, command, options, typing: null);
            return _desk.Send(InteractionKind.Command, user, channel, data, found);
        }
    }

    /// <summary>Types into an option that completes itself; <paramref name="typing"/> names it, and its value may be unfinished.</summary>
    public FakeInteraction Complete(
        FakeUser user, FakeChannel channel, string command, string typing, params (string Name, object Value)[] options)
    {
        lock (_world.Gate)
        {
            (FakeCommand found, JsonObject data) = _offer.Fill(user, channel, command, options, typing);
            return _desk.Send(InteractionKind.Autocomplete, user, channel, data, found);
        }
    }

    /// <summary>Chooses a command from the menu of a message.</summary>
    public FakeInteraction RunOnMessage(FakeUser user, FakeMessage message, string command)
    {
        lock (_world.Gate)
        {
            FakeCommand found = _offer.Find(user, message.Channel, command, type: 3);
            return _desk.Send(InteractionKind.Command, user, message.Channel, CommandOffer.OnMessage(found, message, _world), found);
        }
    }

    /// <summary>Presses a button that the user sees, by its custom id, or the one that begins so.</summary>
    public FakeInteraction Click(FakeUser user, FakeMessage message, string customId)
    {
        lock (_world.Gate)
        {
            JsonObject button = Visible(user, message, customId, ComponentKind.Button);
            return _desk.Send(InteractionKind.Component, user, message.Channel, ComponentData(button), source: message);
        }
    }

    /// <summary>Presses the first button with this label.</summary>
    public FakeInteraction ClickLabel(FakeUser user, FakeMessage message, string label)
    {
        lock (_world.Gate)
        {
            JsonObject button = message.AllComponents().FirstOrDefault(component => component.Text("label") == label)
                ?? throw new InvalidOperationException($"No button \"{label}\" on: {message}");
            return Click(user, message, button.Text("custom_id")!);
        }
    }

    /// <summary>Chooses from a select.</summary>
    public FakeInteraction Choose(FakeUser user, FakeMessage message, string customId, params string[] values)
    {
        lock (_world.Gate)
        {
            JsonObject select = Visible(user, message, customId, null);
            JsonObject data = ComponentData(select);
            data["values"] = values.ToJsonArray(value => value);
            return _desk.Send(InteractionKind.Component, user, message.Channel, data, source: message);
        }
    }

    /// <summary>Sends the form that an interaction was answered with; fields that are not named stay as they were shown.</summary>
    public FakeInteraction Submit(FakeInteraction shown, params (string CustomId, string Value)[] fields)
    {
        lock (_world.Gate)
        {
            JsonObject data = ModalForm.Fill(shown, fields);
            return _desk.Send(InteractionKind.ModalSubmit, shown.User, shown.Channel, data, shown.Command, shown.Source);
        }
    }

    private static JsonObject Visible(FakeUser user, FakeMessage message, string customId, int? type)
    {
        if (message.IsDeleted || (message.VisibleOnlyTo is { } only && only.Id != user.Id))
        {
            throw new InvalidOperationException($"{user.Name} does not see: {message}");
        }

        JsonObject found = message.AllComponents().FirstOrDefault(component =>
                component.Text("custom_id")?.StartsWith(customId, StringComparison.Ordinal) == true
                && (type is null || component.Number("type") == type))
            ?? throw new InvalidOperationException($"No \"{customId}\" on: {message}");
        return found.Flag("disabled") == true ? throw new InvalidOperationException($"\"{customId}\" is disabled on: {message}") : found;
    }

    private static JsonObject ComponentData(JsonObject component) => new()
    {
        ["custom_id"] = component.Text("custom_id"),
        ["component_type"] = component.Number("type"),
        ["id"] = component.Number("id"),
    };
}

using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Commands;

namespace DigestBot.FakeDiscord.Rest;

/// <summary>Commands of the application, for all and for single guilds.</summary>
internal sealed class CommandRoutes(World world, CommandBook book)
{
    private static readonly string[] Roots =
        ["/applications/{application_id}/commands", "/applications/{application_id}/guilds/{guild_id}/commands"];

    public IEnumerable<RestRoute> All => Roots.SelectMany(root => (RestRoute[])
    [
        new("GET", root, call => Answer(call, guild => List(book.Of(guild), call.Asks("with_localizations")))),
        new("PUT", root, call => Answer(call, guild => Overwrite(call, guild))),
        new("POST", root, call => Answer(call, guild => Put(call.Body, guild))),
        new("GET", root + "/{command_id}", call => Answer(call, guild => One(call, guild, command => Reply.Ok(command.ToJson(true))))),
        new("PATCH", root + "/{command_id}", call => Answer(call, guild => One(call, guild, command => Change(call, guild, command)))),
        new("DELETE", root + "/{command_id}", call => Answer(call, guild =>
            book.Remove(guild, call.Id("command_id")) ? Reply.Nothing : Refusal.UnknownCommand)),
    ]);

    private Reply Answer(RestCall call, Func<ulong?, Reply> answer)
    {
        if (call.Id("application_id") != world.Bot.Id)
        {
            return Refusal.NotYourApplication;
        }

        ulong? guildId = call.Values.ContainsKey("guild_id") ? call.Id("guild_id") : null;
        bool isMember = guildId is not { } id || (world.Guilds.TryGetValue(id, out var guild) && guild.Members.ContainsKey(world.Bot.Id));
        return isMember ? answer(guildId) : Refusal.MissingAccess;
    }

    private static Reply List(IReadOnlyList<FakeCommand> commands, bool withLocalizations) =>
        Reply.Ok(commands.ToJsonArray(command => command.ToJson(withLocalizations)));

    private Reply Overwrite(RestCall call, ulong? guildId)
    {
        if (call.Body is not JsonArray list || !list.All(item => item is JsonObject))
        {
            return Refusal.BadJson;
        }

        JsonObject[] definitions = [.. list.OfType<JsonObject>()];
        return CommandRules.CheckAll(definitions)
            ?? (book.CanCreate(guildId, definitions) ? List(book.Overwrite(guildId, definitions), true) : Refusal.TooManyCommandsToday);
    }

    private Reply Put(JsonNode? body, ulong? guildId)
    {
        if (body is not JsonObject definition)
        {
            return Refusal.BadJson;
        }

        if (CommandRules.CheckOne(definition) is { } refusal)
        {
            return refusal;
        }

        if (!book.CanCreate(guildId, [definition]))
        {
            return Refusal.TooManyCommandsToday;
        }

        (FakeCommand command, bool isNew) = book.Put(guildId, definition);
        return isNew ? Reply.Created(command.ToJson(true)) : Reply.Ok(command.ToJson(true));
    }

    private Reply One(RestCall call, ulong? guildId, Func<FakeCommand, Reply> answer) =>
        book.Of(guildId).FirstOrDefault(command => command.Id == call.Id("command_id")) is { } found
            ? answer(found)
            : Refusal.UnknownCommand;

    private Reply Change(RestCall call, ulong? guildId, FakeCommand before)
    {
        JsonObject changed = before.Definition.DeepClone().AsObject();
        foreach ((string name, JsonNode? value) in call.Body?.AsObject() ?? [])
        {
            changed[name] = value?.DeepClone();
        }

        return CommandRules.CheckOne(changed) ?? Renamed(before, changed, guildId);
    }

    private Reply Renamed(FakeCommand before, JsonObject changed, ulong? guildId)
    {
        if (changed.Text("name") != before.Name)
        {
            book.Remove(guildId, before.Id);
        }

        return Reply.Ok(book.Put(guildId, changed).Command.ToJson(true));
    }
}

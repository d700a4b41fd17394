using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Commands;

/// <summary>The commands that the bot has registered, for all and for single guilds.</summary>
public sealed class CommandBook(World world)
{
    private const int CreatesPerDay = 200;

    private readonly List<FakeCommand> _commands = [];
    private readonly List<(ulong? Guild, DateTimeOffset At)> _creates = [];

    public IReadOnlyList<FakeCommand> Of(ulong? guildId) => [.. _commands.Where(command => command.GuildId == guildId)];

    /// <summary>How many commands were made anew, all together.</summary>
    public int Created => _creates.Count;

    internal bool CanCreate(ulong? guildId, IEnumerable<JsonObject> definitions)
    {
        DateTimeOffset dayAgo = world.Clock.GetUtcNow() - TimeSpan.FromDays(1);
        int already = _creates.Count(create => create.Guild == guildId && create.At > dayAgo);
        return already + definitions.Count(definition => Find(guildId, definition) is null) <= CreatesPerDay;
    }

    /// <summary>Makes the command, or changes the one of that name and type.</summary>
    internal (FakeCommand Command, bool IsNew) Put(ulong? guildId, JsonObject definition)
    {
        JsonObject said = Meaningful(definition);
        FakeCommand? before = Find(guildId, said);
        if (before is not null && before.IsSameAs(said))
        {
            return (before, false);
        }

        if (before is null)
        {
            _creates.Add((guildId, world.Clock.GetUtcNow()));
        }
        else
        {
            _commands.Remove(before);
        }

        var command = new FakeCommand(before?.Id ?? world.Ids.Next(), world.Bot.Id, world.Ids.Next(), guildId, said);
        _commands.Add(command);
        return (command, before is null);
    }

    internal IReadOnlyList<FakeCommand> Overwrite(ulong? guildId, IReadOnlyList<JsonObject> definitions)
    {
        FakeCommand[] put = [.. definitions.Select(definition => Put(guildId, definition).Command)];
        _commands.RemoveAll(command => command.GuildId == guildId && !put.Contains(command));
        return put;
    }

    internal bool Remove(ulong? guildId, ulong id) => _commands.RemoveAll(command => command.GuildId == guildId && command.Id == id) > 0;

    private FakeCommand? Find(ulong? guildId, JsonObject definition) => _commands.Find(command =>
        command.GuildId == guildId && command.Name == definition.Text("name") && command.Type == (definition.Number("type") ?? 1));

    // What is null, false or empty says nothing, and an answer does not repeat it.
    private static JsonObject Meaningful(JsonObject source)
    {
        var kept = new JsonObject();
        foreach ((string name, JsonNode? value) in source)
        {
            bool says = value switch
            {
                null => false,
                JsonArray list => list.Count > 0 || name is "contexts",
                JsonObject fields => fields.Count > 0,
                _ => !(name is "required" or "autocomplete" or "nsfw" && source.Flag(name) == false),
            };
            if (says && name is not ("id" or "dm_permission" or "default_permission"))
            {
                kept[name] = value is JsonArray items
                    ? items.ToJsonArray(item => item is JsonObject inner ? Meaningful(inner) : item?.DeepClone())
                    : value!.DeepClone();
            }
        }

        if (source.Id("default_member_permissions") is { } bits)
        {
            kept["default_member_permissions"] = bits.ToText();
        }

        return kept;
    }
}

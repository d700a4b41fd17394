using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord.Commands;
using DigestBot.FakeDiscord.Guilds;
using DigestBot.FakeDiscord.Messages;

namespace DigestBot.FakeDiscord.People;

/// <summary>The commands that Discord offers a user in a place, and what it lets the user fill in.</summary>
internal sealed class CommandOffer(World world, CommandBook book)
{
    private const int SubCommand = 1;
    private const int SubCommandGroup = 2;
    private const int Text = 3;

    public FakeCommand Find(FakeUser user, FakeChannel channel, string name, int type)
    {
        FakeCommand found = book.Of(channel.Guild?.Id).Concat(channel.Guild is null ? [] : book.Of(null))
                .FirstOrDefault(command => command.Name == name && command.Type == type)
            ?? throw new InvalidOperationException($"No command \"{name}\" is registered.");
        return WhyNot(found, user, channel) is { } reason
            ? throw new InvalidOperationException($"\"{name}\" is not offered to {user.Name} in {channel.Name}: {reason}")
            : found;
    }

    /// <summary>The data of a filled-in command; <paramref name="typing"/> is the option under the cursor.</summary>
    public (FakeCommand Command, JsonObject Data) Fill(
        FakeUser user, FakeChannel channel, string path, (string Name, object Value)[] filled, string? typing)
    {
        string[] names = path.Split(' ');
        FakeCommand command = Find(user, channel, names[0], type: 1);
        var data = new JsonObject { ["id"] = command.Id.ToText(), ["name"] = command.Name, ["type"] = 1 };
        if (command.GuildId is { } guildId)
        {
            data["guild_id"] = guildId.ToText();
        }

        JsonObject at = data;
        JsonObject definition = command.Definition;
        foreach (string name in names[1..])
        {
            definition = Option(definition, name, path);
            var inner = new JsonObject { ["name"] = name, ["type"] = definition.Number("type") };
            at["options"] = new JsonArray(inner);
            at = inner;
        }

        if (definition.List("options").Any(option => option.Number("type") is SubCommand or SubCommandGroup))
        {
            throw new InvalidOperationException($"/{path} has subcommands and cannot be sent itself.");
        }

        at["options"] = filled.ToJsonArray(option =>
            FillOption(Option(definition, option.Name, path), option.Value, option.Name == typing));
        CheckRequired(definition, filled, path, typing);
        return (command, data);
    }

    public static JsonObject OnMessage(FakeCommand command, FakeMessage target, World world) => new()
    {
        ["id"] = command.Id.ToText(),
        ["name"] = command.Name,
        ["type"] = 3,
        ["target_id"] = target.Id.ToText(),
        ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [target.Id.ToText()] = target.ToTargetJson(world) } },
    };

    private string? WhyNot(FakeCommand command, FakeUser user, FakeChannel channel)
    {
        bool byGuild = command.IntegrationTypes.Contains(0) && channel.Guild?.Members.ContainsKey(world.Bot.Id) != false;
        bool byUser = command.IntegrationTypes.Contains(1) && world.UserInstalls.Contains(user.Id);
        if (!byGuild && !byUser)
        {
            return "the bot is installed neither there nor by the user";
        }

        if (!command.Contexts.Contains(channel.Guild is null ? 1 : 0))
        {
            return "it is not for such a place";
        }

        if (channel.Guild is not { } guild)
        {
            return null;
        }

        Rights held = PermissionRules.In(guild, channel, user.Id);
        return !held.HasFlag(Rights.UseApplicationCommands) ? "the user may not use commands there"
            : command.DefaultMemberPermissions is Rights.None && !held.HasFlag(Rights.Administrator) ? "it is for administrators"
            : command.DefaultMemberPermissions is { } needed && !held.HasFlag(needed) ? $"it needs {needed}"
            : null;
    }

    private static JsonObject Option(JsonNode definition, string name, string path) =>
        definition.List("options").OfType<JsonObject>().FirstOrDefault(option => option.Text("name") == name)
        ?? throw new InvalidOperationException($"/{path} has no \"{name}\".");

    private static void CheckRequired(JsonObject definition, (string Name, object Value)[] filled, string path, string? typing)
    {
        JsonNode? missing = definition.List("options").FirstOrDefault(option =>
            option.Flag("required") == true && !filled.Any(each => each.Name == option.Text("name")));
        if (missing is not null && typing is null)
        {
            throw new InvalidOperationException($"/{path} needs \"{missing.Text("name")}\".");
        }
    }

    private static JsonObject FillOption(JsonObject definition, object value, bool focused)
    {
        string name = definition.Text("name")!;
        var json = new JsonObject { ["name"] = name, ["type"] = definition.Number("type"), ["value"] = Value(definition, value, focused) };
        if (focused)
        {
            json["focused"] = definition.Flag("autocomplete") == true ? true
                : throw new InvalidOperationException($"\"{name}\" does not complete itself.");
        }

        IReadOnlyList<JsonNode?> choices = definition.List("choices");
        if (choices.Count > 0 && !choices.Any(choice => choice.Field("value")?.ToString() == json["value"]!.ToString()))
        {
            throw new InvalidOperationException($"\"{value}\" is none of the choices of \"{name}\".");
        }

        return json;
    }

    private static JsonNode Value(JsonObject definition, object value, bool focused)
    {
        string text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (definition.Number("max_length") < text.Length || (!focused && text.Length < definition.Number("min_length")))
        {
            throw new InvalidOperationException($"\"{definition.Text("name")}\" takes no text of {text.Length} characters.");
        }

        return (definition.Number("type"), value) switch
        {
            (Text, _) => text,
            (4, _) when focused => text,
            (4, _) => long.Parse(text, CultureInfo.InvariantCulture),
            (5, bool flag) => flag,
            (10, _) => double.Parse(text, CultureInfo.InvariantCulture),
            (6 or 7 or 8 or 9, FakeUser user) => user.Id.ToText(),
            (6 or 7 or 8 or 9, FakeChannel channel) => channel.Id.ToText(),
            (6 or 7 or 8 or 9, FakeRole role) => role.Id.ToText(),
            _ => throw new InvalidOperationException($"\"{definition.Text("name")}\" takes no {value.GetType().Name}."),
        };
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Menu;

/// <summary>One form for commands that mean the same, whether we are about to register them or Discord tells what it has.</summary>
/// <remarks>What is left out and what says the default are the same; the order of sets is none.</remarks>
internal static class MenuForm
{
    public static string Of(IEnumerable<ApplicationCommandProperties> commands) => Write(commands.Select(command => Write(
        command.Type,
        command.Name,
        command.NameLocalizations,
        command.Description,
        command.DescriptionLocalizations,
        command.Options,
        command.DefaultMemberPermissions,
        command.Contexts,
        command.IntegrationTypes)));

    public static string Of(IEnumerable<ApplicationCommand> commands) => Write(commands.Select(command => Write(
        command.Type,
        command.Name,
        command.NameLocalizations,
        command.Description,
        command.DescriptionLocalizations,
        command.Options,
        command.DefaultMemberPermissions,
        // Commands of one server are told with nulls, or with what holds for all of these.
        command.GuildId is null ? command.Contexts : null,
        command.GuildId is null ? command.IntegrationTypes : null)));

    /// <summary>Short, for keeping.</summary>
    public static string Hash(string form) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form)))[..32];

    private static string Write(IEnumerable<JsonObject> commands) =>
        new JsonArray([.. commands.OrderBy(command => (int)command["type"]!).ThenBy(command => (string)command["name"]!, StringComparer.Ordinal)])
            .ToJsonString();

    private static JsonObject Write(
        ApplicationCommandType type,
        string name,
        IReadOnlyDictionary<string, string>? names,
        string? description,
        IReadOnlyDictionary<string, string>? descriptions,
        IReadOnlyList<ApplicationCommandOption>? options,
        GuildPermission? permissions,
        IEnumerable<InteractionContextType>? contexts,
        IEnumerable<ApplicationIntegrationType>? integrations) => Without(new()
        {
            ["type"] = (int)type,
            ["name"] = name,
            ["names"] = Write(names),
            ["description"] = description,
            ["descriptions"] = Write(descriptions),
            ["options"] = Write(options),
            ["permissions"] = permissions is { } needed ? ((ulong)needed).ToString(CultureInfo.InvariantCulture) : null,
            ["contexts"] = Write(contexts?.Select(context => (int)context)),
            ["integrations"] = Write(integrations?.Select(integration => (int)integration)),
        });

    private static JsonArray? Write(IReadOnlyList<ApplicationCommandOption>? options) =>
        options is { Count: > 0 } ? new([.. options.Select(Write)]) : null;

    private static JsonObject Write(ApplicationCommandOption option) => Without(new()
    {
        ["type"] = (int)option.Type,
        ["name"] = option.Name,
        ["names"] = Write(option.NameLocalizations),
        ["description"] = option.Description,
        ["descriptions"] = Write(option.DescriptionLocalizations),
        ["required"] = option.Required == true ? true : null,
        ["autocomplete"] = option.Autocomplete == true ? true : null,
        ["choices"] = option.Choices is { Count: > 0 } choices
            ? new JsonArray([.. choices.Select(choice => new JsonObject { ["name"] = choice.Name, ["value"] = choice.Value.ToString() })])
            : null,
        ["options"] = Write(option.Options),
        ["channels"] = Write(option.ChannelTypes?.Select(channel => (int)channel)),
        ["range"] = Range(option.MinValue, option.MaxValue),
        ["length"] = Range(option.MinLength, option.MaxLength),
    });

    private static JsonArray? Range(double? least, double? most) => (least, most) is (null, null) ? null : new(least, most);

    private static JsonArray? Write(IEnumerable<int>? numbers) =>
        numbers?.Order().Select(number => (JsonNode?)number).ToArray() is { Length: > 0 } sorted ? new(sorted) : null;

    private static JsonObject? Write(IReadOnlyDictionary<string, string>? texts) => texts is { Count: > 0 }
        ? new(texts.OrderBy(text => text.Key, StringComparer.Ordinal).Select(text => KeyValuePair.Create(text.Key, (JsonNode?)text.Value)))
        : null;

    private static JsonObject Without(JsonObject full) => new(
        from field in full
        where field.Value is not null && !(field.Value is JsonValue value && value.TryGetValue(out string? text) && text.Length == 0)
        select KeyValuePair.Create(field.Key, (JsonNode?)field.Value.DeepClone()));
}

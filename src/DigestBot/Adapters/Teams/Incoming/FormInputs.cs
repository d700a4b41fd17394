using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Schedules;
using DigestBot.Commands.Suggestions;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>The inputs of a form: a picker wherever what can be given is known, otherwise a line to type in.</summary>
internal sealed class FormInputs(Suggester suggester, TeamsRoster roster)
{
    private const string Member = "user";
    private const int LongestLabel = 200;

    /// <param name="command">Whose form.</param>
    /// <param name="action">What it does.</param>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="before">How it stands now, by name.</param>
    /// <param name="turn">Where it is filled in.</param>
    /// <param name="caller">By whom.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<JsonNode[]> OfAsync(
        string command,
        CommandAction action,
        IReadOnlyList<CommandParameter> parameters,
        IReadOnlyDictionary<string, string> before,
        ITurnContext turn,
        ChatMessage caller,
        CancellationToken cancellationToken)
    {
        var fields = new List<JsonNode>();
        foreach (CommandParameter parameter in parameters)
        {
            IReadOnlyList<Suggestion> choices = await ChoicesAsync(command, action, parameter, turn, caller, cancellationToken);
            if (Field(parameter, choices, before.GetValueOrDefault(parameter.Name), TeamsDialogue.PhrasesOf(caller)) is { } field)
            {
                fields.Add(field);
            }
        }

        return [.. fields];
    }

    private async Task<IReadOnlyList<Suggestion>> ChoicesAsync(
        string command, CommandAction action, CommandParameter parameter, ITurnContext turn, ChatMessage caller, CancellationToken cancellationToken) =>
        parameter switch
        {
            { Choices.Count: > 0 } => [.. parameter.Choices.Select(Suggestion.Of)],
            { Kind: ParameterKind.Channel } =>
            [
                .. (await roster.ChannelsAsync(turn, cancellationToken)).Where(channel => TeamsKeys.IsKey(channel.Id)).Select(channel =>
                    new Suggestion(TeamsKeys.Of(channel.Id!).ToString(), Named(channel, TeamsDialogue.PhrasesOf(caller)))),
            ],
            { Kind: ParameterKind.Role, Name: not ScheduleParameter.MentionRole } => [new(Member, TeamsDialogue.PhrasesOf(caller).TeamsAllMembers)],
            { Suggests: SuggestionSource.Schedules or SuggestionSource.Sources } => await suggester.FindAsync(
                new SuggestionQuery(caller, command, action.Name, parameter.Name, ""), cancellationToken),
            _ => [],
        };

    // The channel that every team has is not called anything.
    private static string Named(ChannelInfo channel, Phrases phrases) =>
        channel.Name is { Length: > 0 } name ? VisibleText.Of(name) : phrases.TeamsGeneralChannel;

    private static JsonObject? Field(CommandParameter parameter, IReadOnlyList<Suggestion> choices, string? value, Phrases phrases)
    {
        JsonObject? field = parameter switch
        {
            _ when choices.Count > 0 => Picker(choices),
            { Kind: ParameterKind.Channel or ParameterKind.Role } => null,
            { Kind: ParameterKind.Switch } => new() { ["type"] = "Input.Toggle", ["title"] = parameter.Describe(phrases), ["valueOn"] = "yes", ["valueOff"] = "" },
            { Range: { } range } => new() { ["type"] = "Input.Number", ["min"] = range.Least, ["max"] = range.Most },
            { Name: ScheduleParameter.At } when value is null || IsOneTime(value) => new() { ["type"] = "Input.Time" },
            _ => new() { ["type"] = "Input.Text", ["maxLength"] = parameter.MaxLength },
        };
        if (field is null)
        {
            return null;
        }

        field["id"] = parameter.Name;
        field["label"] = ShortText.Of(parameter.Describe(phrases), LongestLabel);
        if (value is not null && parameter.Range is null)
        {
            field["value"] = value;
        }

        if (parameter.Required)
        {
            field["isRequired"] = true;
            field["errorMessage"] = ShortText.Of(parameter.Describe(phrases), LongestLabel);
        }

        return field;
    }

    private static JsonObject Picker(IReadOnlyList<Suggestion> choices) => new()
    {
        ["type"] = "Input.ChoiceSet",
        ["style"] = choices.Count > 5 ? "filtered" : "compact",
        ["choices"] = new JsonArray([.. choices.Select(choice => new JsonObject
        {
            ["title"] = choice.Label,
            ["value"] = choice.Value,
        })]),
    };

    private static bool IsOneTime(string value) =>
        TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.Adapters.Teams.Cards;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Schedules;
using DigestBot.Store.Ledger;
using DigestBot.Teams;

namespace DigestBot.Adapters.Teams.Incoming;

/// <summary>Forms for commands that do several things, made from the same definitions as every platform's menu.</summary>
/// <remarks>Nothing is kept while somebody fills one in: what it is about stands in its buttons.</remarks>
internal sealed class TeamsForms(CommandRouter router, FormInputs inputs, ScheduleStore schedules)
{
    /// <summary>Commands whose list has buttons to change it.</summary>
    private static readonly string[] WithButtons = ["schedule", "sources", "settings"];

    private const string Edit = "edit";

    private const string Everything = "everything";

    /// <summary>The command of forms that a text names; null for any other text.</summary>
    public static string? CommandOf(string text)
    {
        string first = text.TrimStart().TrimStart('/').Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return WithButtons.FirstOrDefault(name => string.Equals(name, first, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The form that a text asks for: it names an action, and nothing of what that needs.</summary>
    public TeamsAction? Asked(string text)
    {
        string[] words = text.TrimStart().TrimStart('/').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return CommandOf(text) is { } command && words.Length == 2 && router.Find(command)?.FindAction(words[1]) is { } action
            && (action.Name == Edit || action.Parameters.Any(parameter => parameter.Required))
                ? new(TeamsAction.Form) { Command = command, Action = action.Name }
                : null;
    }

    /// <summary>What can be done with what is listed.</summary>
    public IReadOnlyList<JsonNode> Buttons(string command, ChatMessage caller)
    {
        if (router.Find(command) is not { } definition)
        {
            return [];
        }

        CommandAction[] offered = [.. definition.Actions.Where(action => action.Parameters.Count > 0 && (caller.IsManager || !action.ForManagers))];
        return
        [
            .. offered.Select(action => CardButtons.Form(action.Name, command, action.Name)),
        ];
    }

    /// <summary>The form of an action, filled in where something is changed; null where there is none, or it is not theirs.</summary>
    public async Task<JsonObject?> FindAsync(
        TeamsAction asked, ITurnContext turn, ChatMessage caller, IReadOnlyDictionary<string, string> typed, CancellationToken cancellationToken)
    {
        if (asked is not { Command: { } command, Action: { } name } || router.Find(command)?.FindAction(name) is not { } action
            || !WithButtons.Contains(command) || (action.ForManagers && !caller.IsManager))
        {
            return null;
        }

        Phrases phrases = TeamsDialogue.PhrasesOf(caller);
        Schedule? edited = name == Edit && command == WithButtons[0]
            ? await ScheduleAsync(asked.Which ?? typed.GetValueOrDefault(ScheduleActions.Which), caller, cancellationToken)
            : null;

        // Which of several is to be changed comes first, and then how it stands.
        bool chooses = name == Edit && command == WithButtons[0] && edited is null;
        IReadOnlyDictionary<string, string> before = edited is null ? new Dictionary<string, string>() : ScheduleFields.Of(edited.Settings, phrases);
        CommandParameter[] parameters =
        [
            .. action.Parameters.Where(parameter => chooses ? parameter.Name == ScheduleActions.Which
                : edited is null || parameter.Name != ScheduleActions.Which),
        ];
        JsonNode[] fields = await inputs.OfAsync(command, action, parameters, before, turn, caller, cancellationToken);
        string? which = edited?.Id.ToString(CultureInfo.InvariantCulture);
        var send = new TeamsAction(chooses ? TeamsAction.Form : TeamsAction.Run) { Command = command, Action = name, Which = which };
        JsonNode[] heading =
        [
            CardLine.Of($"{command} {name}", CardStyle.Heading).Element(),
            CardLine.Of(action.Describe(phrases), CardStyle.Muted).Element(),
        ];
        return CardDocument.Of(
            [.. heading, .. fields],
            [CardButtons.Execute(chooses ? phrases.ButtonNext : phrases.ButtonSend, send), Back(command, phrases)],
            $"{command} {name}",
            phrases);
    }

    /// <summary>The command with what was typed. Where something is changed, what was left as it stood is not said again.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> ReadAsync(
        TeamsAction sent, IReadOnlyDictionary<string, string> typed, ChatMessage caller, CancellationToken cancellationToken)
    {
        if (sent.Command is not { } command || !WithButtons.Contains(command) || router.Find(command) is not { } definition)
        {
            return null;
        }

        if (definition.FindAction(sent.Action) is not { } action)
        {
            return new Dictionary<string, string>();
        }

        Schedule? edited = action.Name == Edit ? await ScheduleAsync(sent.Which, caller, cancellationToken) : null;
        IReadOnlyDictionary<string, string> before =
            edited is null ? new Dictionary<string, string>() : ScheduleFields.Of(edited.Settings, TeamsDialogue.PhrasesOf(caller));
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [CommandAction.Key] = action.Name };
        foreach (string name in action.Parameters.Select(parameter => parameter.Name))
        {
            string now = typed.GetValueOrDefault(name, "");
            if (now.Length > 0 && now != before.GetValueOrDefault(name))
            {
                values[name] = now;
            }
            else if (now.Length == 0 && name == ScheduleParameter.Topic && before.ContainsKey(name))
            {
                values[name] = Everything; // whoever empties the topic wants all news
            }
        }

        if (sent.Which is { } which)
        {
            values[ScheduleActions.Which] = which;
        }

        return values;
    }

    private static JsonObject Back(string command, Phrases phrases) =>
        CardButtons.Execute(phrases.ButtonBack, new(TeamsAction.Run) { Command = command });

    private async Task<Schedule?> ScheduleAsync(string? which, ChatMessage caller, CancellationToken cancellationToken)
    {
        if (which is not null)
        {
            return await schedules.FindAsync(caller.Space, which, cancellationToken);
        }

        return await schedules.ListAsync(caller.Space, cancellationToken) is [var only] ? only : null;
    }
}

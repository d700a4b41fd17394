using System.Globalization;
using DigestBot.Chat;
using DigestBot.Commands;
using DigestBot.Commands.Schedules;
using DigestBot.Discord;
using DigestBot.Store;
using DigestBot.Store.Ledger;

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Forms for actions that were called without what they need: made from the same definitions as the menu.</summary>
/// <remarks>What is changed comes filled in; what was given with the command is carried along.</remarks>
internal sealed class CommandForms(CommandRouter router, ScheduleStore schedules)
{
    private const string Edit = "edit";
    private const string Everything = "everything";

    /// <summary>Whether a form asks for what is missing.</summary>
    public bool Opens(CommandUse use) => ActionOf(use) is { } action
        && (Missing(action, use).Any() || (action.Name == Edit && use.Values.Keys.All(IsNoChange)));

    /// <returns>Null where the command itself says better what is wrong.</returns>
    public async Task<Modal?> FindAsync(CommandUse use, ChatMessage caller, CancellationToken cancellationToken)
    {
        if (ActionOf(use) is not { } action || (action.ForManagers && !caller.IsManager))
        {
            return null;
        }

        if (action.Name != Edit)
        {
            return Make(use, action, new Dictionary<string, string>(), DiscordDialogue.PhrasesOf(caller));
        }

        if (await ScheduleAsync(use.Values.GetValueOrDefault(ScheduleActions.Which), caller.Space, cancellationToken) is not { } schedule)
        {
            return null;
        }

        Phrases phrases = DiscordDialogue.PhrasesOf(caller);
        var named = new Dictionary<string, string>(use.Values)
        {
            [ScheduleActions.Which] = schedule.Id.ToString(CultureInfo.InvariantCulture),
        };
        return Make(use with { Values = named }, action, ScheduleFields.Of(schedule.Settings, phrases), phrases);
    }

    /// <summary>The command with what was typed. Where something is changed, what was left as it stood is not said again.</summary>
    public async Task<CommandUse> ReadAsync(FormState state, InteractionData sent, ChatMessage caller, CancellationToken cancellationToken)
    {
        if (ActionOf(state.Use) is not { } action)
        {
            return state.Use;
        }

        var values = new Dictionary<string, string>(state.Use.Values);
        foreach ((int place, string value) in state.Carried)
        {
            if (action.Parameters.ElementAtOrDefault(place) is { } parameter)
            {
                values[parameter.Name] = parameter.Kind == ParameterKind.Channel ? $"{DiscordKeys.Prefix}{value}" : value;
            }
        }

        Schedule? schedule = action.Name == Edit
            ? await ScheduleAsync(values.GetValueOrDefault(ScheduleActions.Which), caller.Space, cancellationToken)
            : null;
        IReadOnlyDictionary<string, string> before = schedule is null
            ? new Dictionary<string, string>()
            : ScheduleFields.Of(schedule.Settings, DiscordDialogue.PhrasesOf(caller));
        foreach (CommandParameter parameter in action.Parameters)
        {
            if (Typed(parameter.Name, sent, before) is { } typed)
            {
                values[parameter.Name] = typed;
            }
        }

        return state.Use with { Values = values };
    }

    private static bool IsNoChange(string name) => name is CommandAction.Key or ScheduleActions.Which;

    private static string? Typed(string parameter, InteractionData sent, IReadOnlyDictionary<string, string> before)
    {
        string? typed = sent.InputValue(parameter)?.Trim();
        return typed is null || typed == before.GetValueOrDefault(parameter, "") ? null
            : typed.Length > 0 ? typed
            : parameter == ScheduleParameter.Topic ? Everything // whoever empties the topic wants all news
            : null;
    }

    private static Modal? Make(CommandUse use, CommandAction action, IReadOnlyDictionary<string, string> before, Phrases phrases)
    {
        CommandParameter[] inputs = Inputs(use, action);
        (int, string)[] carried =
        [
            .. from parameter in action.Parameters.Index()
               where use.Values.ContainsKey(parameter.Item.Name) && !inputs.Contains(parameter.Item)
               select (parameter.Index, DiscordKeys.Bare(use.Values[parameter.Item.Name])),
        ];
        string id = new DiscordCustomId(DiscordCustomId.Form, null, new FormState(use.Name, action.Name, carried).ToString()).ToString();
        if (id.Length > DiscordLimits.CustomId
            || carried.Any(pair => !FormState.CanCarry(pair.Item2))
            || Missing(action, use).Except(inputs).Any())
        {
            return null;
        }

        ModalBuilder form = new ModalBuilder().WithTitle($"/{use.Name} {action.Name}").WithCustomId(id);
        foreach (CommandParameter parameter in inputs)
        {
            string? value = use.Values.GetValueOrDefault(parameter.Name) ?? before.GetValueOrDefault(parameter.Name);
            string description = ShortText.Of(parameter.Describe(phrases), DiscordLimits.LabelDescription);
            form.AddTextInput(parameter.Name, Input(parameter, value), description);
        }

        return form.Build();
    }

    // First what must be said, then what was given and cannot be carried, then the rest as the menu has it.
    private static CommandParameter[] Inputs(CommandUse use, CommandAction action) =>
    [
        .. action.Parameters.Where(IsTyped)
            .OrderBy(parameter => parameter.Required && !use.Values.ContainsKey(parameter.Name) ? 0
                : use.Values.TryGetValue(parameter.Name, out string? value) && !FormState.CanCarry(value) ? 1
                : 2)
            .Take(DiscordLimits.ModalComponents),
    ];

    private static bool IsTyped(CommandParameter parameter) =>
        parameter.Name != ScheduleActions.Which
        && parameter.Kind is not (ParameterKind.Channel or ParameterKind.Role or ParameterKind.Switch);

    private static TextInputBuilder Input(CommandParameter parameter, string? value) => new TextInputBuilder()
        .WithCustomId(parameter.Name)
        .WithRequired(parameter.Required)
        .WithMaxLength(parameter.MaxLength)
        .WithValue(string.IsNullOrEmpty(value) ? null : ShortText.Of(value, parameter.MaxLength));

    private static IEnumerable<CommandParameter> Missing(CommandAction action, CommandUse use) =>
        action.Parameters.Where(parameter => parameter.Required && !use.Values.ContainsKey(parameter.Name));

    private CommandAction? ActionOf(CommandUse use) => router.Find(use.Name)?.FindAction(use.Action);

    private async Task<Schedule?> ScheduleAsync(string? which, Space space, CancellationToken cancellationToken)
    {
        if (which is not null)
        {
            return await schedules.FindAsync(space, which, cancellationToken);
        }

        return await schedules.ListAsync(space, cancellationToken) is [var only] ? only : null;
    }
}

using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>What a command is called, means and takes; every platform's menu is made from it.</summary>
/// <param name="Name">Lower case, the same on every platform and in every language.</param>
/// <param name="Describe">Its description in the reader's language, at most 100 characters.</param>
/// <param name="Parameters">In the order in which they are written.</param>
internal sealed record CommandDefinition(
    string Name, Func<Phrases, string> Describe, IReadOnlyList<CommandParameter> Parameters)
{
    /// <summary>Name of the switch with which a person keeps a reply to themselves.</summary>
    public const string Private = "private";

    /// <summary>What it does, where that is several things; their parameters are given by name, without text. Otherwise empty.</summary>
    public IReadOnlyList<CommandAction> Actions { get; init; } = [];

    /// <summary>One whole use of it, where the names of its parameters do not say enough; otherwise null.</summary>
    public string? Example { get; init; }

    /// <summary>True where a reply is only for whoever asked, unless they say otherwise.</summary>
    public bool PrivateByDefault { get; init; }

    /// <summary>How it is written, such as <c>/digest [topic] [window] [stories]</c>.</summary>
    public string Usage => Written($"/{Name}", Parameters);

    /// <summary>The parameter of commands whose reply may be kept private.</summary>
    public static CommandParameter PrivateParameter { get; } =
        CommandParameter.Optional(Private, ParameterKind.Switch, phrases => phrases.ParameterPrivate);

    /// <summary>How an action is written.</summary>
    public string UsageOf(CommandAction action) => Written($"/{Name} {action.Name}", action.Parameters);

    public CommandAction? FindAction(string? name) =>
        Actions.FirstOrDefault(action => string.Equals(action.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a use of it is answered to whoever asked and nobody else; known before it runs.</summary>
    public bool IsPrivate(IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(Private, out string? text) && SwitchText.TryParse(text, out bool wish) ? wish : PrivateByDefault;

    private static string Written(string command, IReadOnlyList<CommandParameter> parameters) =>
        string.Join(' ', parameters.Select(Show).Prepend(command));

    private static string Show(CommandParameter parameter) => parameter switch
    {
        { Required: true, ByNameOnly: true } => $"<{parameter.Name}:…>",
        { ByNameOnly: true } => $"[{parameter.Name}:…]",
        { Required: true } => $"<{parameter.Name}>",
        _ => $"[{parameter.Name}]",
    };
}

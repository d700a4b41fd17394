using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>Takes arguments that a platform gives by name, and checks them as those of a text are; nothing is read from text.</summary>
internal static class NamedArguments
{
    public static CommandReading Take(CommandDefinition command, IReadOnlyDictionary<string, string> given, Phrases phrases)
    {
        Dictionary<string, string> values = given
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        string? named = command.Actions.Count > 0 ? values.GetValueOrDefault(CommandAction.Key) : null;
        CommandAction? action = command.FindAction(named);
        if (named is not null && action is null)
        {
            return new CommandReading.Wrong(phrases.ChoiceUnknown(ArgumentCheck.Shown(named), string.Join(", ", command.Actions.Select(one => one.Name))));
        }

        // A platform may still offer what an older version took.
        IReadOnlyList<CommandParameter> parameters = action?.Parameters ?? (command.Actions.Count > 0 ? [] : command.Parameters);
        string? unknown = values.Keys.FirstOrDefault(
            name => !(name == CommandAction.Key && action is not null) && parameters.All(parameter => parameter.Name != name));
        string usage = action is null ? command.Usage : command.UsageOf(action);
        string? wrong = unknown is not null
            ? phrases.ParameterUnknown(command.Name, ArgumentCheck.Shown(unknown))
            : parameters.Select(parameter => Check(parameter, values, usage, phrases)).FirstOrDefault(sentence => sentence is not null);
        return wrong is not null ? new CommandReading.Wrong(wrong) : new CommandReading.Call(command.Name, new(values));
    }

    private static string? Check(
        CommandParameter parameter, Dictionary<string, string> values, string usage, Phrases phrases) =>
        values.TryGetValue(parameter.Name, out string? value)
            ? ArgumentCheck.Wrong(parameter, value, phrases) ?? ArgumentCheck.WrongChoice(parameter, value, phrases)
            : parameter.Required ? phrases.CommandIncomplete(usage) : null;
}

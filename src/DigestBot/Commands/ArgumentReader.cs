using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>Reads the arguments of one command from text, by name and by place.</summary>
internal static class ArgumentReader
{
    public static CommandReading Read(CommandDefinition command, string text, Phrases phrases)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (command.Parameters is [var action, { Kind: ParameterKind.Details } details])
        {
            TakeDetails(action, details, text, values);
        }
        else
        {
            List<TextToken> rest = TakeNamed(command, TextToken.Split(text), values);
            TakeLeadingWord(command, rest, values);
            TakeTrailingWindow(command, rest, values);
            TakeRest(command, rest, values);
        }

        string? wrong = command.Parameters.Select(parameter => Check(parameter, values, command, phrases))
            .FirstOrDefault(sentence => sentence is not null);
        return wrong is not null
            ? new CommandReading.Wrong(wrong)
            : new CommandReading.Call(command.Name, new(values));
    }

    // Where a name stands in the details says what stands before and behind it, so they are left whole.
    private static void TakeDetails(
        CommandParameter action, CommandParameter details, string text, Dictionary<string, string> values)
    {
        if (TextToken.Split(text) is not [var first, ..])
        {
            return;
        }

        values.Add(action.Name, first.Name == action.Name ? first.Value : first.Raw);
        if (text[first.Raw.Length..].Trim() is { Length: > 0 } rest)
        {
            values.Add(details.Name, rest);
        }
    }

    private static List<TextToken> TakeNamed(
        CommandDefinition command, IReadOnlyList<TextToken> tokens, Dictionary<string, string> values)
    {
        var rest = new List<TextToken>();
        for (int i = 0; i < tokens.Count; i++)
        {
            TextToken token = tokens[i];
            bool known = token.Name is { } name && command.Parameters.Any(parameter => parameter.Name == name);

            // "topic: iraq" means what "topic:iraq" does.
            bool isOpen = known && token.Value.Length == 0;
            TextToken? value = !isOpen ? token : tokens.ElementAtOrDefault(i + 1) is { Name: null } next ? next : null;
            if (known && value is not null && values.TryAdd(token.Name!, value.Value))
            {
                i += isOpen ? 1 : 0;
            }
            else
            {
                rest.Add(token);
            }
        }

        return rest;
    }

    private static void TakeLeadingWord(
        CommandDefinition command, List<TextToken> rest, Dictionary<string, string> values)
    {
        if (rest.Count > 0 && Free(command, ParameterKind.Word, values) is { } word)
        {
            values.Add(word.Name, rest[0].Quoted ? rest[0].Value : rest[0].Raw);
            rest.RemoveAt(0);
        }
    }

    // "iraq 7d" and "iraq 7d 5" end in a window; "apollo 11" does not end in a number of stories.
    private static void TakeTrailingWindow(
        CommandDefinition command, List<TextToken> rest, Dictionary<string, string> values)
    {
        if (Free(command, ParameterKind.Window, values) is not { } window)
        {
            return;
        }

        if (rest.Count > 1 && Free(command, ParameterKind.Stories, values) is { } stories
            && IsWindow(rest[^2]) && rest[^1].Raw.All(char.IsAsciiDigit))
        {
            values.Add(stories.Name, rest[^1].Raw);
            rest.RemoveAt(rest.Count - 1);
        }

        if (rest.Count > 0 && IsWindow(rest[^1]))
        {
            values.Add(window.Name, rest[^1].Raw);
            rest.RemoveAt(rest.Count - 1);
        }
    }

    private static void TakeRest(CommandDefinition command, List<TextToken> rest, Dictionary<string, string> values)
    {
        if (rest.Count == 0)
        {
            return;
        }

        if (Free(command, ParameterKind.Topic, values) is { } topic)
        {
            values.Add(topic.Name, string.Join(' ', rest.Select(token => token.Quoted ? token.Value : token.Raw)));
        }
        else if (Free(command, ParameterKind.Question, values) is { } question)
        {
            // A question wholly in quotation marks is meant without them.
            values.Add(question.Name, rest is [{ Quoted: true, Name: null } whole] ? whole.Value : string.Join(' ', rest.Select(token => token.Raw)));
        }
    }

    private static CommandParameter? Free(
        CommandDefinition command, ParameterKind kind, Dictionary<string, string> values) =>
        command.Parameters.FirstOrDefault(
            parameter => parameter.Kind == kind && !parameter.ByNameOnly && !values.ContainsKey(parameter.Name));

    private static bool IsWindow(TextToken token) => !token.Quoted && WindowText.TryParse(token.Raw, out _);

    private static string? Check(
        CommandParameter parameter, Dictionary<string, string> values, CommandDefinition command, Phrases phrases) =>
        values.TryGetValue(parameter.Name, out string? value)
            ? ArgumentCheck.Wrong(parameter, value, phrases)
            : parameter.Required ? phrases.CommandIncomplete(command.Usage) : null;
}

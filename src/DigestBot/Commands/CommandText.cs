using System.Globalization;
using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>Reads what people type: <c>/digest "foreign troops" 7d</c>, <c>Digest iraq</c>, or a plain question.</summary>
internal sealed class CommandText(IReadOnlyList<CommandDefinition> definitions)
{
    /// <summary>The command that an empty text asks for.</summary>
    public const string Help = "help";

    /// <summary>The command that plain text is for, and its parameter.</summary>
    public const string Ask = "ask";

    public const string Question = "question";

    /// <summary>The command that shows one story, and its parameter.</summary>
    public const string Story = "story";

    public CommandReading Read(string text, Phrases phrases)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return new CommandReading.Call(Help, CommandArguments.None);
        }

        bool slash = trimmed[0] == '/';
        string word = FirstWord(slash ? trimmed[1..] : trimmed);
        string rest = trimmed[(word.Length + (slash ? 1 : 0))..].Trim();
        CommandDefinition? named = definitions.FirstOrDefault(
            definition => string.Equals(definition.Name, word, StringComparison.OrdinalIgnoreCase));

        if (named is not null && (slash || IsCommandWithoutSlash(named, rest)))
        {
            return ArgumentReader.Read(named, rest, phrases);
        }

        return slash ? Unknown(word, phrases) : ReadQuestion(trimmed, phrases);
    }

    /// <summary>Says that there is no such command, and which one may be meant.</summary>
    public CommandReading.Wrong Unknown(string word, Phrases phrases) =>
        NearestName.Of(word, definitions.Select(definition => definition.Name)) is { } guess
            ? new(phrases.CommandUnknownGuess(Shorten(word), guess))
            : new(phrases.CommandUnknown(Shorten(word)));

    // "digest iraq" and "schedule list" are commands; "sources say what about oil?", "schedule of the talks" and "help is
    // on its way" are not.
    private static bool IsCommandWithoutSlash(CommandDefinition command, string rest)
    {
        if (rest.Length == 0)
        {
            return true;
        }

        // Nobody writes a colon like that but to us: "ask topic:iraq who voted?".
        if (TextToken.Split(rest)[0].Name is { } name && command.Parameters.Any(parameter => parameter.Name == name))
        {
            return true;
        }

        bool asks = rest.EndsWith('?') || rest.EndsWith('؟');
        return !asks && (command.Parameters is [{ Choices: { Count: > 0 } choices }, ..]
            ? choices.Contains(FirstWord(rest), StringComparer.OrdinalIgnoreCase)
            : command.Parameters.Any(parameter => parameter.Kind is ParameterKind.Topic or ParameterKind.Question));
    }

    private static string FirstWord(string text)
    {
        int end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    private static CommandReading ReadQuestion(string text, Phrases phrases) => Rejoinder.Read(text) switch
    {
        Rejoinder.Story story => new CommandReading.Call(Story, CommandArguments.Of(Story, story.Number.ToString(CultureInfo.InvariantCulture))),
        Rejoinder.More => new CommandReading.Call(MoreCommand.Name, CommandArguments.None),
        Rejoinder.Help => new CommandReading.Call(Help, CommandArguments.None),
        Rejoinder.News => new CommandReading.Call(DigestCommand.Name, CommandArguments.None),
        _ when text.Length > CommandLimits.Question => new CommandReading.Wrong(phrases.QuestionTooLong(CommandLimits.Question, text.Length)),
        _ => new CommandReading.Call(Ask, CommandArguments.Of(Question, text)),
    };

    private static string Shorten(string word) => word.Length <= 40 ? word : $"{word[..40]}…";
}

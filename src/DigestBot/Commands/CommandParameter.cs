using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>One thing that a command takes. Every parameter can also be given by name, as <c>window:7d</c>.</summary>
/// <param name="Name">Lower case, the same on every platform and in every language.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Required">Whether the command is nothing without it.</param>
/// <param name="ByNameOnly">True where its place in the text would be ambiguous.</param>
/// <param name="Describe">Its description in the reader's language, at most 100 characters where a platform shows it.</param>
internal sealed record CommandParameter(
    string Name, ParameterKind Kind, bool Required, bool ByNameOnly, Func<Phrases, string> Describe)
{
    /// <summary>The words that it may be; empty where it may be anything.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Where suggestions come from while it is typed.</summary>
    public SuggestionSource Suggests { get; init; }

    /// <summary>At most so many characters.</summary>
    public int MaxLength { get => field > 0 ? field : LongestOf(Kind); init; }

    /// <summary>The numbers that it may be; null where it is no number.</summary>
    public NumberRange? Range => Kind == ParameterKind.Stories ? NumberRange.Stories : null;

    /// <summary>A parameter of an action, or one by name, which may be left out.</summary>
    public static CommandParameter Optional(string name, ParameterKind kind, Func<Phrases, string> describe) =>
        new(name, kind, Required: false, ByNameOnly: true, describe);

    private static int LongestOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Question => CommandLimits.Question,
        ParameterKind.Details => CommandLimits.Details,
        ParameterKind.Window => CommandLimits.Window,
        ParameterKind.Channel => CommandLimits.Channel,
        ParameterKind.Role => CommandLimits.MentionRole,
        _ => CommandLimits.Topic,
    };
}

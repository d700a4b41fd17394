using System.Globalization;
using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>Says what is wrong with a value, the same however it came here.</summary>
internal static class ArgumentCheck
{
    /// <summary>One sentence; null when nothing is.</summary>
    public static string? Wrong(CommandParameter parameter, string value, Phrases phrases) => parameter.Kind switch
    {
        ParameterKind.Topic when value.Length > parameter.MaxLength => phrases.TopicTooLong(parameter.MaxLength, value.Length),
        ParameterKind.Question when value.Length > parameter.MaxLength => phrases.QuestionTooLong(parameter.MaxLength, value.Length),
        ParameterKind.Details when value.Length > parameter.MaxLength => phrases.DetailsTooLong(parameter.MaxLength, value.Length),
        ParameterKind.Window when !WindowText.TryParse(value, out _) => phrases.WindowUnreadable(Shown(value)),
        ParameterKind.Stories when !IsStories(value) =>
            phrases.StoriesUnreadable(CommandLimits.LeastStories, CommandLimits.MostStories, Shown(value)),
        ParameterKind.Switch when !SwitchText.TryParse(value, out _) => phrases.SwitchUnreadable(parameter.Name, Shown(value)),
        ParameterKind.Text or ParameterKind.Zone or ParameterKind.Channel or ParameterKind.Role
            when value.Length > parameter.MaxLength => phrases.ValueTooLong(parameter.Name, parameter.MaxLength, value.Length),
        _ => null,
    };

    /// <summary>Same, where only the parameter's choices are offered.</summary>
    public static string? WrongChoice(CommandParameter parameter, string value, Phrases phrases) =>
        parameter.Choices.Count == 0 || parameter.Choices.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? null
            : phrases.ChoiceUnknown(Shown(value), string.Join(", ", parameter.Choices));

    /// <summary>What was given, as far as it fits into a sentence.</summary>
    public static string Shown(string value) => value.Length <= CommandLimits.Topic ? value : $"{value[..CommandLimits.Topic]}…";

    private static bool IsStories(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int stories)
        && stories is >= CommandLimits.LeastStories and <= CommandLimits.MostStories;
}

namespace DigestBot.Discord;

/// <summary>Counts a command as Discord does: names, descriptions and values, of each text the longest localization.</summary>
internal static class CommandLength
{
    public static int Of(ApplicationCommandProperties command) =>
        Longest(command.Name, command.NameLocalizations) + Longest(command.Description, command.DescriptionLocalizations)
        + (command.Options ?? []).Sum(Of);

    private static int Of(ApplicationCommandOption option) =>
        Longest(option.Name, option.NameLocalizations) + Longest(option.Description, option.DescriptionLocalizations)
        + (option.Options ?? []).Sum(Of) + (option.Choices ?? []).Sum(Of);

    private static int Of(ApplicationCommandOptionChoice choice) =>
        Longest(choice.Name, choice.NameLocalizations) + choice.Value.ToString().Length;

    private static int Longest(string? text, IReadOnlyDictionary<string, string>? localizations) =>
        Math.Max(text?.Length ?? 0, localizations is { Count: > 0 } ? localizations.Values.Max(localized => localized.Length) : 0);
}

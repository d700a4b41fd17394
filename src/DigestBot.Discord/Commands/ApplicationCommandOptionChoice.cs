namespace DigestBot.Discord;

/// <summary>A value that is offered for an option.</summary>
/// <param name="Name">What people see; 1 to 100 characters.</param>
/// <param name="Value">What comes back: at most 100 characters, or a number.</param>
/// <param name="NameLocalizations">The name by locale, or null.</param>
public sealed record ApplicationCommandOptionChoice(
    string Name, OptionValue Value, IReadOnlyDictionary<string, string>? NameLocalizations = null);

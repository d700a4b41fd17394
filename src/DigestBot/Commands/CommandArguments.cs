using System.Globalization;

namespace DigestBot.Commands;

/// <summary>What a command was given, by parameter name. Values were checked when they were read.</summary>
internal sealed record CommandArguments(IReadOnlyDictionary<string, string> Values)
{
    public static CommandArguments None { get; } = new(new Dictionary<string, string>());

    public static CommandArguments Of(string name, string value) =>
        new(new Dictionary<string, string> { [name] = value });

    public string? Text(string name) => Values.GetValueOrDefault(name);

    /// <summary>Null means everything.</summary>
    public TimeSpan? Window(string name, TimeSpan? otherwise) =>
        Values.TryGetValue(name, out string? text)
        && WindowText.TryParse(text, out TimeSpan? window)
            ? window
            : otherwise;

    public int? Number(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>False where it was not given.</summary>
    public bool Switch(string name) =>
        Values.TryGetValue(name, out string? text) && SwitchText.TryParse(text, out bool value) && value;
}

using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>What a command is called, means and takes; every platform's menu is made from it.</summary>
/// <param name="Name">Lower case, the same on every platform and in every language.</param>
/// <param name="Describe">Its description in the reader's language.</param>
/// <param name="Parameters">In the order in which they are written.</param>
internal sealed record CommandDefinition(
    string Name, Func<Phrases, string> Describe, IReadOnlyList<CommandParameter> Parameters)
{
    /// <summary>One whole use of it, where the names of its parameters do not say enough; otherwise null.</summary>
    public string? Example { get; init; }

    /// <summary>How it is written, such as <c>/digest [topic] [window] [stories]</c>.</summary>
    public string Usage => string.Join(' ', Parameters.Select(Show).Prepend($"/{Name}"));

    private static string Show(CommandParameter parameter) => parameter switch
    {
        { ByNameOnly: true } => $"[{parameter.Name}:…]",
        { Required: true } => $"<{parameter.Name}>",
        _ => $"[{parameter.Name}]",
    };
}

using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>One thing that a command with several does, as platforms with subcommands or forms offer it.</summary>
/// <param name="Name">Lower case, the same on every platform and in every language.</param>
/// <param name="Describe">Its description in the reader's language, at most 100 characters.</param>
/// <param name="ForManagers">True where only managers may do it.</param>
/// <param name="Parameters">What it takes, by name; those that must be given come first.</param>
internal sealed record CommandAction(
    string Name, Func<Phrases, string> Describe, bool ForManagers, IReadOnlyList<CommandParameter> Parameters)
{
    /// <summary>Name of the argument that says which action is meant.</summary>
    public const string Key = "action";
}

using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>How a parameter is read from text.</summary>
internal enum ParameterKind
{
    /// <summary>One word, before everything else.</summary>
    Word,

    /// <summary>What remains, up to <see cref="CommandLimits.Topic"/> characters, without quotation marks.</summary>
    Topic,

    /// <summary>What remains, exactly as written, up to <see cref="CommandLimits.Question"/> characters.</summary>
    Question,

    /// <summary>What remains, names and all, up to <see cref="CommandLimits.Details"/> characters; the command reads it itself.</summary>
    Details,

    /// <summary>A span such as 7d; the last word, or by name.</summary>
    Window,

    /// <summary>A number of stories; after a window, or by name.</summary>
    Stories,
}

/// <summary>One thing that a command takes. Every parameter can also be given by name, as <c>window:7d</c>.</summary>
/// <param name="Name">Lower case, the same on every platform and in every language.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Required">Whether the command is nothing without it.</param>
/// <param name="ByNameOnly">True where its place in the text would be ambiguous.</param>
/// <param name="Describe">Its description in the reader's language.</param>
internal sealed record CommandParameter(
    string Name, ParameterKind Kind, bool Required, bool ByNameOnly, Func<Phrases, string> Describe)
{
    /// <summary>The words that it may be; empty where it may be anything.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

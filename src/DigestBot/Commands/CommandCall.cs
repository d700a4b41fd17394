using DigestBot.Chat;

namespace DigestBot.Commands;

/// <summary>One use of a command: who asked, how they read, and what was given.</summary>
internal sealed record CommandCall(ChatMessage Message, Reader Reader, CommandArguments Arguments)
{
    public Phrases Phrases => Reader.Phrases;

    /// <summary>Whether only whoever asked reads the reply.</summary>
    public bool IsPrivate { get; init; }
}

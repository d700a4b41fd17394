namespace DigestBot.FakeDiscord.Tests.Peers;

/// <summary>How a script ended, and what it said.</summary>
internal sealed record NodeRun(int ExitCode, IReadOnlyList<string> Lines, string Errors)
{
    /// <summary>All of it, for the message of a test that fails.</summary>
    public string Text => string.Join('\n', Lines.Append(Errors));
}

namespace DigestBot.Commands;

/// <summary>What a text turned out to be: exactly one of the cases below.</summary>
internal abstract record CommandReading
{
    private CommandReading()
    {
    }

    /// <summary>A command with its arguments.</summary>
    public sealed record Call(string Command, CommandArguments Arguments) : CommandReading;

    /// <summary>Meant as a command, and wrong; one sentence says how.</summary>
    public sealed record Wrong(string Sentence) : CommandReading;
}

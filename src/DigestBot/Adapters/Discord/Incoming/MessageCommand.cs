namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>Names of the commands in the menu of a message; the same in every language.</summary>
internal static class MessageCommand
{
    /// <summary>Opens the form for a question about the message.</summary>
    public const string AskAboutThis = "Ask about this";

    /// <summary>Shows where the quotes of a digest stand.</summary>
    public const string ShowSources = "Show sources";
}

namespace DigestBot.Commands.Suggestions;

/// <summary>What somebody is typing.</summary>
/// <param name="Message">Who, and where; its text is not looked at.</param>
/// <param name="Command">Name of the command.</param>
/// <param name="Action">Name of its action; null where it has none.</param>
/// <param name="Parameter">Name of the parameter.</param>
/// <param name="Typed">As far as it is written.</param>
internal sealed record SuggestionQuery(ChatMessage Message, string Command, string? Action, string Parameter, string Typed);

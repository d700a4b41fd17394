namespace DigestBot.Discord;

/// <summary>What is wrong with one field of a request.</summary>
/// <param name="Path">Where it stands, such as <c>embeds[0].fields[2].name</c>; empty for the request as a whole.</param>
/// <param name="Code">A word, such as BASE_TYPE_MAX_LENGTH.</param>
/// <param name="Message">A sentence for developers.</param>
public sealed record DiscordJsonError(string Path, string Code, string Message);

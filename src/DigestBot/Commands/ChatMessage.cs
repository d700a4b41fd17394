using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary>What somebody wrote, on whatever platform.</summary>
/// <param name="Space">The tenant that it was written in.</param>
/// <param name="Channel">Key of the conversation: a channel, a thread or a person.</param>
/// <param name="Text">As written, without a mention of the bot.</param>
/// <param name="Language">Language of the reader; null for the space's own.</param>
/// <param name="IsOperator">Whether whoever wrote it runs this bot.</param>
internal sealed record ChatMessage(Space Space, string Channel, string Text, string? Language, bool IsOperator);

namespace DigestBot.Store.Ledger;

/// <summary>Whose a schedule is that brings a topic or a story to one person.</summary>
/// <param name="Person">Key of the person.</param>
/// <param name="Space">Where they asked for it.</param>
/// <param name="Language">In which they are written to; null for what holds without it.</param>
/// <param name="DigestId">The digest in which they were shown the story, as that space has it; null where it was none.</param>
internal sealed record FollowedFrom(string Person, Space Space, string? Language, string? DigestId);

namespace DigestBot.Store.Ledger;

/// <summary>Whose a schedule is that brings a topic to one person.</summary>
/// <param name="Person">Key of the person.</param>
/// <param name="Space">Where they asked for it.</param>
/// <param name="Language">In which they are written to; null for what holds without it.</param>
internal sealed record FollowedFrom(string Person, Space Space, string? Language);

namespace DigestBot.FakeDiscord.Guilds;

/// <summary>A tag that posts of a forum may carry.</summary>
public sealed record ForumTag(ulong Id, string Name);

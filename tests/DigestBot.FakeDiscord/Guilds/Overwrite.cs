namespace DigestBot.FakeDiscord.Guilds;

/// <summary>What a channel allows and denies a role, or one member.</summary>
public sealed record Overwrite(ulong Id, bool IsMember, Rights Allow, Rights Deny);

namespace DigestBot.FakeDiscord.Guilds;

/// <summary>A server of Discord's: members, roles, channels.</summary>
public sealed class FakeGuild(ulong id, string name, ulong ownerId)
{
    public ulong Id => id;

    public string Name => name;

    public ulong OwnerId => ownerId;

    /// <summary>The language of a community's server.</summary>
    public string Locale { get; init; } = "en-US";

    public Dictionary<ulong, FakeRole> Roles { get; } = [];

    public Dictionary<ulong, FakeMember> Members { get; } = [];

    /// <summary>Channels and threads.</summary>
    public SortedList<ulong, FakeChannel> Channels { get; } = [];

    /// <summary>Whether the guild cannot be reached, as during one of Discord's outages.</summary>
    public bool IsUnavailable { get; set; }

    public FakeRole Everyone => Roles[id];
}

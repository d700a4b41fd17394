using DigestBot.FakeDiscord.Messages;
using DigestBot.FakeDiscord.People;

namespace DigestBot.FakeDiscord.Guilds;

/// <summary>A channel of a guild, a thread, or a direct conversation with the bot.</summary>
public sealed class FakeChannel(ulong id, ChannelKind kind, string name, FakeGuild? guild)
{
    public ulong Id => id;

    public ChannelKind Kind => kind;

    public string Name { get; set; } = name;

    public FakeGuild? Guild => guild;

    public FakeChannel? Parent { get; init; }

    public bool IsThread => kind is ChannelKind.PublicThread or ChannelKind.AnnouncementThread or ChannelKind.PrivateThread;

    public bool HoldsMessages => kind is not (ChannelKind.Category or ChannelKind.Forum);

    public List<Overwrite> Overwrites { get; } = [];

    public List<ForumTag> Tags { get; } = [];

    /// <summary>Whether a forum takes no post without a tag.</summary>
    public bool RequiresTag { get; set; }

    public bool IsNsfw { get; init; }

    /// <summary>The other side of a direct conversation.</summary>
    public FakeUser? Recipient { get; init; }

    /// <summary>Who opened a thread.</summary>
    public ulong OwnerId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public int AutoArchiveMinutes { get; set; } = 4320;

    public bool IsArchived { get; set; }

    public bool IsLocked { get; set; }

    public List<ulong> AppliedTags { get; } = [];

    /// <summary>What stands in it, by id and so by time; what only one person sees is not here.</summary>
    public SortedList<ulong, FakeMessage> Messages { get; } = [];
}

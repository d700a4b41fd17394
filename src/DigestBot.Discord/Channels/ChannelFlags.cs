namespace DigestBot.Discord;

/// <summary>Particulars of a channel.</summary>
[Flags]
public enum ChannelFlags
{
    None = 0,
    Pinned = 1 << 1,

    /// <summary>Every post of this forum needs a tag.</summary>
    RequireTag = 1 << 4,
}

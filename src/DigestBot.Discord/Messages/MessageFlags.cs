namespace DigestBot.Discord;

/// <summary>Particulars of a message. Only the first group may be set when sending.</summary>
[Flags]
public enum MessageFlags
{
    None = 0,

    /// <summary>Links are not unfurled, and embeds are not shown.</summary>
    SuppressEmbeds = 1 << 2,

    /// <summary>Only the asking person sees it; answers to interactions only.</summary>
    Ephemeral = 1 << 6,

    /// <summary>No push and no desktop notification.</summary>
    SuppressNotifications = 1 << 12,

    /// <summary>Made of components alone; cannot be taken back.</summary>
    IsComponentsV2 = 1 << 15,

    Crossposted = 1 << 0,
    IsCrosspost = 1 << 1,
    SourceMessageDeleted = 1 << 3,
    Urgent = 1 << 4,
    HasThread = 1 << 5,
    Loading = 1 << 7,
    FailedToMentionSomeRolesInThread = 1 << 8,
    IsVoiceMessage = 1 << 13,
    HasSnapshot = 1 << 14,
}

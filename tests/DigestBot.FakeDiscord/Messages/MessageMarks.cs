namespace DigestBot.FakeDiscord.Messages;

/// <summary>Flags of messages.</summary>
[Flags]
public enum MessageMarks : long
{
    None = 0,
    Crossposted = 1 << 0,
    SuppressEmbeds = 1 << 2,
    HasThread = 1 << 5,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    ComponentsV2 = 1 << 15,

    /// <summary>What a bot may set when it sends.</summary>
    Settable = SuppressEmbeds | SuppressNotifications | ComponentsV2,
}

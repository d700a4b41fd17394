namespace DigestBot.Discord;

/// <summary>How a button looks.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,

    /// <summary>Opens an address; has no custom id and sends no interaction.</summary>
    Link = 5,
}

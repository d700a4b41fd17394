namespace DigestBot.Discord;

/// <summary>The dot beside the bot's name.</summary>
public enum UserStatus
{
    Online,
    Idle,
    DoNotDisturb,
    Invisible,
}

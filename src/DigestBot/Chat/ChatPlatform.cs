namespace DigestBot.Chat;

/// <summary>Where people talk with the bot.</summary>
internal enum ChatPlatform
{
    Console,
    Discord,
    Teams,
    Web,
}

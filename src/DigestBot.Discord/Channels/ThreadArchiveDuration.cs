namespace DigestBot.Discord;

/// <summary>After how many minutes without a message a thread is archived.</summary>
public enum ThreadArchiveDuration
{
    None = 0,
    OneHour = 60,
    OneDay = 1440,
    ThreeDays = 4320,
    OneWeek = 10080,
}

namespace DigestBot.Commands;

/// <summary>How much a command takes; the same on every platform.</summary>
internal static class CommandLimits
{
    public const int Topic = 100;
    public const int TopicWords = 400;
    public const int Question = 300;
    public const int Details = 1_000;
    public const int Window = 8;
    public const int Channel = 420;
    public const int Address = 2_000;
    public const int ScheduleName = 60;
    public const int MentionRole = 100;

    /// <summary>Of a message that is asked about, so much is looked at.</summary>
    public const int Quoted = 2_000;

    public const int LeastStories = 1;
    public const int MostStories = 25;
    public const int LeastSentences = 1;
    public const int MostSentences = 5;
    public const int MostListed = 100;
}

namespace DigestBot.News;

/// <summary>A span of effective dates, to the second: from <paramref name="From"/> up to and including <paramref name="To"/>.</summary>
public sealed record NewsWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Everything up to <paramref name="to"/>.</summary>
    public static NewsWindow Until(DateTimeOffset to) => new(DateTimeOffset.UnixEpoch, to);

    public static NewsWindow Last(TimeSpan span, DateTimeOffset to) => new(to - span, to);
}

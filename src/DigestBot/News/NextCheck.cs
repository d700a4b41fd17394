namespace DigestBot.News;

/// <summary>When a source is asked again, and why then.</summary>
internal readonly record struct NextCheck(DateTimeOffset At, CheckReason Why);

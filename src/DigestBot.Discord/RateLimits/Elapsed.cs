namespace DigestBot.Discord;

/// <summary>Time since this was made, by a clock that nobody sets. Counted from there, since large spans lose their milliseconds.</summary>
internal sealed class Elapsed(TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();

    public TimeSpan Now => clock.GetElapsedTime(_start);
}

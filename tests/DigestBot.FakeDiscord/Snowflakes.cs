namespace DigestBot.FakeDiscord;

/// <summary>Ids that tell the time at which they were made, as Discord's do: clients read it out of them.</summary>
public sealed class Snowflakes(TimeProvider clock)
{
    private const long Epoch = 1_420_070_400_000;
    private const int TimeShift = 22;

    private ulong _last;

    /// <summary>An id greater than all before it, even when the clock was turned back.</summary>
    public ulong Next()
    {
        ulong now = (ulong)(clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << TimeShift;
        _last = Math.Max(now, _last + 1);
        return _last;
    }

    public static DateTimeOffset TimeOf(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> TimeShift) + Epoch);
}

namespace DigestBot.Discord;

/// <summary>Reads the time that an id of Discord carries.</summary>
public static class SnowflakeUtils
{
    private const int TimeShift = 22;

    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When the thing with this id was created, to the millisecond, by Discord's clock.</summary>
    public static DateTimeOffset FromSnowflake(ulong snowflake) => Epoch.AddMilliseconds(snowflake >> TimeShift);

    /// <summary>The smallest id of that millisecond: everything created later has a greater one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is before 2015, when ids begin.</exception>
    public static ulong ToSnowflake(DateTimeOffset instant)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(instant, Epoch);
        return (ulong)(instant - Epoch).Ticks / TimeSpan.TicksPerMillisecond << TimeShift;
    }
}

using CsCheck;

namespace DigestBot.Discord.Tests;

/// <summary>The time in an id.</summary>
public sealed class SnowflakeUtilsTests
{
    [Fact]
    public void An_id_tells_when_the_thing_was_created() => Assert.Equal(
        new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), SnowflakeUtils.FromSnowflake(175928847299117063));

    [Fact]
    public void Everything_created_later_has_a_greater_id()
    {
        DateTimeOffset instant = SnowflakeUtils.FromSnowflake(175928847299117063);

        ulong smallest = SnowflakeUtils.ToSnowflake(instant);

        Assert.InRange(175928847299117063UL, smallest, SnowflakeUtils.ToSnowflake(instant.AddMilliseconds(1)) - 1);
    }

    [Fact]
    public void Time_and_back_keeps_the_millisecond() => Gen.ULong[0, 1UL << 62].Sample(id =>
        SnowflakeUtils.ToSnowflake(SnowflakeUtils.FromSnowflake(id)) == id >> 22 << 22);

    [Fact]
    public void Before_2015_there_are_no_ids() => Assert.Throws<ArgumentOutOfRangeException>(
        () => SnowflakeUtils.ToSnowflake(new DateTimeOffset(2014, 12, 31, 23, 59, 59, TimeSpan.Zero)));
}

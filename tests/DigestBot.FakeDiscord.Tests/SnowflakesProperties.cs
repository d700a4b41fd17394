using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>Clients read times out of ids, and sort by them.</summary>
public sealed class SnowflakesProperties
{
    [Fact]
    public void Ids_rise_whatever_the_clock_does_and_tell_the_time_when_it_goes_forward() =>
        Gen.Int[-5000, 60_000].Array[1, 50].Sample(steps =>
        {
            var clock = new SkewedClock(new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 7, 0, 0, TimeSpan.Zero)));
            var ids = new Snowflakes(clock);
            ulong last = 0;
            DateTimeOffset latest = DateTimeOffset.MinValue;
            foreach (int step in steps)
            {
                clock.Skew += TimeSpan.FromMilliseconds(step);
                ulong id = ids.Next();
                Assert.True(id > last);
                if (clock.GetUtcNow() > latest)
                {
                    Assert.Equal(clock.GetUtcNow(), Snowflakes.TimeOf(id));
                    latest = clock.GetUtcNow();
                }

                last = id;
            }
        });
}

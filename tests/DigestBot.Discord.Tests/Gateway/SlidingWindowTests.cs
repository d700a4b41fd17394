using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Discord.Tests.Gateway;

/// <summary>The budget in itself, against counting by hand.</summary>
public sealed class SlidingWindowTests
{
    [Fact]
    public void A_place_is_given_exactly_when_the_window_before_has_room() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 3]).Array[1, 200].Sample(steps =>
        {
            var clock = new FakeTimeProvider();
            var window = new SlidingWindow(5, TimeSpan.FromSeconds(60), clock);
            var taken = new List<DateTimeOffset>();
            foreach ((int wait, int kept) in steps)
            {
                clock.Advance(TimeSpan.FromSeconds(wait));
                DateTimeOffset now = clock.GetUtcNow();
                bool expected = taken.Count(at => now - at < TimeSpan.FromSeconds(60)) < 5 - kept;
                Assert.Equal(expected, window.TryTake(kept));
                if (expected)
                {
                    taken.Add(now);
                }
            }
        });
}

using CsCheck;

namespace DigestBot.Teams.Tests.Outbound;

/// <summary>The windows of a budget, by themselves.</summary>
public sealed class RequestLogTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<RateWindow[]> Windows = Gen.Int[0, 2].Select(
        index => new[] { RateWindow.Sends, RateWindow.Reads, RateWindow.Tenant }[index]);

    [Fact]
    public void The_windows_are_those_that_the_service_documents()
    {
        Assert.Equal([(7, 1), (8, 2), (60, 30), (1800, 3600)], RateWindow.Sends.Select(Told));
        Assert.Equal([(14, 1), (16, 2), (120, 30), (3600, 3600)], RateWindow.Reads.Select(Told));
        Assert.Equal([(30, 1)], RateWindow.Tenant.Select(Told));
    }

    [Fact]
    public void However_requests_come_no_window_ever_holds_more_than_its_limit() =>
        Gen.Select(Windows, Gen.Int[0, 900].Array[1, 400]).Sample(
            (windows, pauses) =>
            {
                List<DateTimeOffset> left = Send(windows, pauses);
                foreach (RateWindow window in windows)
                {
                    for (int index = window.Limit; index < left.Count; index++)
                    {
                        Assert.True(left[index] - left[index - window.Limit] >= window.Length);
                    }
                }
            },
            iter: 300);

    [Fact]
    public void A_request_waits_no_longer_than_some_window_makes_it() =>
        Gen.Select(Windows, Gen.Int[0, 900].Array[1, 200]).Sample(
            (windows, pauses) =>
            {
                var came = new List<DateTimeOffset>();
                List<DateTimeOffset> left = Send(windows, pauses, came);
                for (int index = 0; index < left.Count; index++)
                {
                    bool waited = left[index] > came[index];
                    bool full = windows.Any(window => index >= window.Limit && left[index] - left[index - window.Limit] == window.Length);
                    Assert.True(!waited || full);
                }
            },
            iter: 300);

    [Fact]
    public void An_hour_of_sending_without_a_pause_ends_at_the_limit_of_the_hour()
    {
        List<DateTimeOffset> left = Send(RateWindow.Sends, new int[1801]);

        Assert.True(left[1799] - Start < TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromHours(1), left[1800] - Start);
    }

    [Fact]
    public void What_has_left_every_window_is_forgotten()
    {
        var log = new RequestLog(RateWindow.Sends);
        for (int minute = 0; minute < 10_000; minute++)
        {
            DateTimeOffset now = Start + TimeSpan.FromMinutes(minute);
            Assert.Equal(now, log.Next(now));
            log.Add(now);
        }

        Assert.Equal(60, log.Count);
        Assert.False(log.IsIdle(Start + TimeSpan.FromMinutes(9_999)));
        Assert.True(log.IsIdle(Start + TimeSpan.FromMinutes(9_999) + TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_pause_holds_until_its_end_and_a_shorter_one_does_not_end_it()
    {
        var log = new RequestLog(RateWindow.Sends);
        log.PauseUntil(Start + TimeSpan.FromSeconds(5));
        log.PauseUntil(Start + TimeSpan.FromSeconds(2));

        Assert.Equal(Start + TimeSpan.FromSeconds(5), log.Next(Start));
        Assert.False(log.IsIdle(Start));
        Assert.Equal(Start + TimeSpan.FromSeconds(6), log.Next(Start + TimeSpan.FromSeconds(6)));
    }

    // Each request comes so many milliseconds after the one before it has left, and leaves as soon as it may.
    private static List<DateTimeOffset> Send(RateWindow[] windows, int[] pauses, List<DateTimeOffset>? came = null)
    {
        var log = new RequestLog(windows);
        var left = new List<DateTimeOffset>();
        DateTimeOffset now = Start;
        foreach (int pause in pauses)
        {
            now += TimeSpan.FromMilliseconds(pause);
            came?.Add(now);
            now = log.Next(now);
            log.Add(now);
            left.Add(now);
        }

        return left;
    }

    private static (int Limit, int Seconds) Told(RateWindow window) => (window.Limit, (int)window.Length.TotalSeconds);
}

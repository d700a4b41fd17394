using CsCheck;
using DigestBot.Store.Ledger;

namespace DigestBot.Tests.Store;

/// <summary>When quiet hours end, whatever the clock does meanwhile.</summary>
public sealed class QuietHoursTests
{
    private static readonly string[] Zones = ["Europe/Paris", "America/New_York", "Asia/Baghdad", "Australia/Lord_Howe", "America/St_Johns", "Etc/UTC"];

    [Theory]
    [InlineData("2026-03-28T23:30:00Z", "22:00", "07:00", "2026-03-29T05:00:00Z")] // the clock goes forward that night
    [InlineData("2026-10-24T21:30:00Z", "22:00", "07:00", "2026-10-25T06:00:00Z")] // and back
    [InlineData("2026-03-28T23:30:00Z", "22:00", "02:30", "2026-03-29T01:00:00Z")] // 02:30 does not come
    [InlineData("2026-10-24T22:30:00Z", "22:00", "02:30", "2026-10-25T00:30:00Z")] // 02:30 comes twice
    [InlineData("2026-10-25T01:10:00Z", "22:00", "02:30", "2026-10-25T01:30:00Z")] // 02:10 for the second time
    [InlineData("2026-06-01T12:00:00Z", "13:00", "15:00", "2026-06-01T13:00:00Z")] // in the afternoon
    [InlineData("2026-06-01T22:30:00Z", "22:00", "00:45", "2026-06-01T22:45:00Z")] // after midnight already
    public void They_end_at_their_hour_by_the_clock_on_the_wall(string now, string from, string to, string end)
    {
        var quiet = new QuietHours(TimeOnly.Parse(from, null), TimeOnly.Parse(to, null));

        Assert.Equal(DateTimeOffset.Parse(end, null), quiet.EndAfter(DateTimeOffset.Parse(now, null), TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")));
    }

    [Fact]
    public void The_end_is_the_first_minute_that_is_not_quiet_in_any_zone_on_any_night() =>
        Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1439], Gen.Int[0, 2 * 365 * 1440], Gen.Int[0, 5])
            .Where(given => given.Item1 != given.Item2)
            .Sample(
                given =>
                {
                    var quiet = new QuietHours(TimeOnly.MinValue.AddMinutes(given.Item1), TimeOnly.MinValue.AddMinutes(given.Item2));
                    DateTimeOffset now = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(given.Item3);
                    TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(Zones[given.Item4]);
                    DateTimeOffset first = now;
                    while (IsQuiet(quiet, first, zone))
                    {
                        first = first.AddMinutes(1);
                    }

                    Assert.Equal(first == now ? null : first, quiet.EndAfter(now, zone));
                },
                iter: 500);

    private static bool IsQuiet(QuietHours quiet, DateTimeOffset instant, TimeZoneInfo zone) =>
        quiet.Contains(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime));
}

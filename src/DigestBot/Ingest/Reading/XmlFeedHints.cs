using System.Globalization;
using DigestBot.News;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads what a feed in XML asks of those who poll it: RSS's own elements, and the syndication module's.</summary>
internal static class XmlFeedHints
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static PollHints Read(FeedNode channel)
    {
        TimeSpan timeToLive = TryNumber(channel.ChildText("ttl"), out int minutes) ? TimeSpan.FromMinutes(minutes) : TimeSpan.Zero;
        TimeSpan period = Period(channel);
        TimeSpan interval = period > timeToLive ? period : timeToLive;
        return new PollHints
        {
            Interval = interval <= TimeSpan.Zero ? null : interval > Longest ? Longest : interval,
            Base = period > TimeSpan.Zero && period == interval && period <= Longest
                ? FeedDates.Parse(channel.ChildText("sy:updatebase"))
                : null,
            SkipHours = Bits(channel, "skiphours", "hour", Hour),
            SkipDays = Bits(channel, "skipdays", "day", Day),
        };
    }

    private static TimeSpan Period(FeedNode channel)
    {
        TimeSpan unit = channel.ChildText("sy:updateperiod")?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => Year / 12,
            "yearly" => Year,
            _ => TimeSpan.Zero,
        };
        return unit / (TryNumber(channel.ChildText("sy:updatefrequency"), out int times) ? times : 1);
    }

    private static int Bits(FeedNode channel, string list, string item, Func<string, int?> read) => channel
        .All(list)
        .SelectMany(node => node.All(item))
        .Aggregate(0, (bits, node) => read(node.Text) is { } bit ? bits | (1 << bit) : bits);

    // RSS 0.91 counts from 1 to 24, 2.0 from 0 to 23: midnight has two numbers.
    private static int? Hour(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int hour) && hour <= 24 ? hour % 24 : null;

    private static int? Day(string text)
    {
        int day = Array.FindIndex(Days, name => text.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return day < 0 ? null : day;
    }

    private static bool TryNumber(string? text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}

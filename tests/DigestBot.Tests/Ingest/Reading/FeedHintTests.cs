using DigestBot.Ingest.Reading;
using DigestBot.News;

namespace DigestBot.Tests.Ingest.Reading;

public sealed class FeedHintTests
{
    [Theory]
    [InlineData("<ttl>90</ttl>", "01:30:00")]
    [InlineData("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", "00:30:00")]
    [InlineData("<ttl>60</ttl><sy:updatePeriod>DAILY</sy:updatePeriod>", "1.00:00:00")]
    [InlineData("<ttl>2880</ttl><sy:updatePeriod>daily</sy:updatePeriod>", "2.00:00:00")]
    [InlineData("<sy:updatePeriod>monthly</sy:updatePeriod>", "7.00:00:00")]
    [InlineData("<sy:updatePeriod>yearly</sy:updatePeriod><sy:updateFrequency>365</sy:updateFrequency>", "1.00:00:00")]
    [InlineData("<ttl>2147483647</ttl>", "7.00:00:00")]
    [InlineData("<ttl>-60</ttl>", null)]
    [InlineData("<ttl>soon</ttl><sy:updatePeriod>often</sy:updatePeriod>", null)]
    public void A_feed_says_how_often_it_changes_and_no_number_passes_a_week(string hint, string? expected) =>
        Assert.Equal(expected, Read(hint).Interval?.ToString());

    [Fact]
    public void Hours_and_days_to_skip_are_read_in_the_ways_that_feeds_write_them()
    {
        PollHints hints = Read("""
            <skipHours><hour>0</hour><hour> 7 </hour><hour>24</hour><hour>25</hour><hour>noon</hour><hour>-1</hour></skipHours>
            <skipDays><day>Saturday</day><day>sun</day><day>Someday</day><day/></skipDays>
            """);

        Assert.Equal((1 << 0) | (1 << 7), hints.SkipHours);
        Assert.Equal((1 << (int)DayOfWeek.Saturday) | (1 << (int)DayOfWeek.Sunday), hints.SkipDays);
    }

    [Fact]
    public void A_base_counts_only_for_the_period_that_it_belongs_to()
    {
        const string Base = "<sy:updateBase>2000-01-01T12:00+00:00</sy:updateBase>";
        var noon = new DateTimeOffset(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(noon, Read($"<sy:updatePeriod>daily</sy:updatePeriod>{Base}").Base);
        Assert.Null(Read($"<ttl>2880</ttl><sy:updatePeriod>daily</sy:updatePeriod>{Base}").Base);
        Assert.Null(Read($"<sy:updatePeriod>monthly</sy:updatePeriod>{Base}").Base);
        Assert.Null(Read(Base).Base);
    }

    private static PollHints Read(string hint) => FeedReader.Read(
        $"""
        <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>A</title>{hint}
        <item><title>B</title></item></channel></rss>
        """,
        null).Hints;
}

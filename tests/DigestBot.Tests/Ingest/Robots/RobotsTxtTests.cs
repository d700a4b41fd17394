using System.Text;
using System.Text.Json;
using CsCheck;
using DigestBot.Ingest.Robots;
using DigestBot.Tests.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Robots;

public sealed class RobotsTxtTests
{
    [Theory]
    [InlineData("/news/today.html", false)]
    [InlineData("/news/open/today.html", true)]
    [InlineData("/sport", true)]
    public void The_longest_rule_that_matches_decides(string path, bool allowed) =>
        Assert.Equal(allowed, IsAllowed("User-agent: *\nDisallow: /news/\nAllow: /news/open/", path));

    [Fact]
    public void An_address_that_is_both_allowed_and_forbidden_is_allowed() =>
        Assert.True(IsAllowed("User-agent: *\nDisallow: /a\nAllow: /a", "/a"));

    [Theory]
    [InlineData("/*.pdf", "/x/report.pdf", false)]
    [InlineData("/*.pdf$", "/x/report.pdf?page=2", true)]
    [InlineData("/*.pdf$", "/x/report.pdf", false)]
    [InlineData("/a*b*c", "/axxbxxcxx", false)]
    [InlineData("/a*b*c", "/axxcxxbxx", true)]
    [InlineData("/a*a$", "/a", true)]
    [InlineData("/$", "/", false)]
    [InlineData("/$", "/more", true)]
    [InlineData("", "/", true)]
    public void Wildcards_stand_for_anything_and_a_dollar_for_the_end(string pattern, string path, bool allowed) =>
        Assert.Equal(allowed, IsAllowed($"User-agent: *\nDisallow: {pattern}", path));

    [Theory]
    [InlineData("/café", "/caf%C3%A9")]
    [InlineData("/caf%c3%a9", "/caf%C3%A9")]
    [InlineData("/caf%C3%A9", "/caf%c3%a9")]
    public void Percent_encoding_is_compared_whatever_its_form(string pattern, string path) =>
        Assert.False(IsAllowed($"User-agent: *\nDisallow: {pattern}", path));

    [Fact]
    public void A_group_that_names_us_replaces_the_one_for_all() =>
        Assert.True(IsAllowed("User-agent: *\nDisallow: /\n\nUser-agent: digestbot/1.0\nDisallow: /private", "/news"));

    [Fact]
    public void Groups_of_one_robot_are_read_as_one()
    {
        const string Robots = "User-agent: DigestBot\nDisallow: /a\nUser-agent: other\nAllow: /\nUser-agent: DigestBot\nDisallow: /b";

        Assert.False(IsAllowed(Robots, "/a"));
        Assert.False(IsAllowed(Robots, "/b"));
    }

    [Fact]
    public void Other_records_and_blank_lines_do_not_end_a_group() =>
        Assert.False(IsAllowed("User-agent: DigestBot\n\nSitemap: https://news.example/map\nUser-agent: *\nDisallow: /", "/"));

    [Theory]
    [InlineData("\ufeffUser-agent: *\nDisallow: /")]
    [InlineData("ï»¿User-agent: *\nDisallow: /")]
    [InlineData("User-agent: *\r\rDisallow: /\r")]
    [InlineData("user-agent *\ndisallow /")]
    [InlineData("useragent:*\ndisalow:/ # all of it")]
    public void Marks_line_ends_and_slips_of_the_pen_are_forgiven(string robots) => Assert.False(IsAllowed(robots, "/news"));

    [Fact]
    public void The_delay_that_is_asked_for_is_read_within_a_minute()
    {
        var robots = RobotsTxt.Parse("User-agent: *\nCrawl-delay: 2.5\nUser-agent: slow\nCrawl-delay: 86400\nUser-agent: odd\nCrawl-delay: soon");

        Assert.Equal(TimeSpan.FromSeconds(2.5), robots.CrawlDelay("DigestBot"));
        Assert.Equal(TimeSpan.FromMinutes(1), robots.CrawlDelay("slow"));
        Assert.Null(robots.CrawlDelay("odd"));
    }

    [Fact]
    public void What_comes_after_500_KiB_says_nothing()
    {
        string first = "User-agent: *\nDisallow: /a\n";
        byte[] body = Encoding.UTF8.GetBytes(first + new string('#', RobotsTxt.MaxBytes) + "\nDisallow: /b");

        var robots = RobotsTxt.Parse(body);

        Assert.False(robots.IsAllowed("DigestBot", "https://news.example/a"));
        Assert.True(robots.IsAllowed("DigestBot", "https://news.example/b"));
    }

    [Fact]
    public void The_published_cases_are_all_decided_as_meant()
    {
        List<string> wrong = [.. Corpora.Lines("robots.jsonl.gz").Where(line =>
        {
            JsonElement item = JsonDocument.Parse(line).RootElement;
            string Text(string name) => item.GetProperty(name).GetString()!;
            return RobotsTxt.Parse(Text("robots")).IsAllowed(Text("agent"), Text("url")) != item.GetProperty("allowed").GetBoolean();
        })];

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_file_is_too_strange_to_be_read() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        var robots = RobotsTxt.Parse(bytes);
        robots.IsAllowed("DigestBot", "https://news.example/a?b#c");
    });

    // A file may forbid much, but nothing that it does not speak of.
    [Fact]
    public void A_pattern_of_an_address_forbids_that_address() => Gen.Char.AlphaNumeric.Array[1, 30].Sample(letters =>
    {
        string path = $"/{new string(letters)}";
        Assert.False(IsAllowed($"User-agent: *\nDisallow: {path}", path));
        Assert.True(IsAllowed($"User-agent: *\nDisallow: {path}x", path));
    });

    private static bool IsAllowed(string robots, string path) =>
        RobotsTxt.Parse(robots).IsAllowed("DigestBot", $"https://news.example{path}");
}

using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace DigestBot.Tests.Samples;

/// <summary>The bundled news is what a first run shows, so its shape is a promise.</summary>
public sealed class SampleNewsTests
{
    private static readonly DateTimeOffset PeriodStart = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset PeriodEnd = new(2020, 1, 13, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] VoteMarkers =
        ["170 lawmakers", "170 members", "170 votes", "170 Abgeordnete", "170 نائب"];

    private static readonly string[] FloodTolls = ["at least nine", "risen to 30", "at 43", "At least 60", "killed 67"];

    private static readonly string Samples = Path.Combine(RepositoryRoot(), "samples");

    private static readonly List<SampleArticle> News = ReadNews();

    [Fact]
    public void There_is_enough_news_for_a_first_digest() => Assert.True(News.Count >= 72, $"{News.Count} articles");

    [Fact]
    public void Every_article_has_its_own_address_on_a_reserved_domain()
    {
        Assert.All(News, article =>
        {
            var url = new Uri(article.Url, UriKind.Absolute);
            Assert.Equal(Uri.UriSchemeHttps, url.Scheme);
            Assert.EndsWith(".example", url.Host, StringComparison.Ordinal);
        });
        Assert.Equal(News.Count, News.Select(article => article.Url).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_article_is_dated_in_UTC_within_the_sample_period() => Assert.All(News, article =>
    {
        var published = DateTimeOffset.ParseExact(
            article.Published,
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal);
        Assert.InRange(published, PeriodStart, PeriodEnd.AddTicks(-1));
    });

    [Fact]
    public void Every_article_is_a_short_text_in_paragraphs() => Assert.All(News, article =>
    {
        Assert.InRange(WordCount(article.Text), 60, 260);
        var paragraphs = article.Text.Split("\n\n");
        Assert.InRange(paragraphs.Length, 2, 4);
        Assert.All(paragraphs, paragraph =>
        {
            Assert.Equal(paragraph.Trim(), paragraph);
            Assert.DoesNotContain('\n', paragraph);
        });
    });

    [Fact]
    public void No_two_articles_share_a_text_or_a_headline()
    {
        Assert.Equal(News.Count, News.Select(article => article.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(News.Count, News.Select(article => article.Title).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_outlet_is_plainly_a_sample_and_keeps_one_host()
    {
        var outlets = News.GroupBy(article => article.Source, StringComparer.Ordinal).ToList();
        Assert.True(outlets.Count >= 8, $"{outlets.Count} outlets");
        Assert.All(outlets, outlet =>
        {
            Assert.Contains("sample", outlet.Key, StringComparison.OrdinalIgnoreCase);
            Assert.Single(outlet.Select(article => new Uri(article.Url).Host).Distinct(StringComparer.Ordinal));
        });
    }

    [Fact]
    public void Some_articles_are_in_languages_other_than_English() =>
        Assert.Superset(
            new HashSet<string?>(["ar", "de", "es"]),
            News.Select(article => article.Language).ToHashSet());

    [Fact]
    public void The_vote_of_the_Iraqi_parliament_is_told_by_many_outlets()
    {
        var outlets = News
            .Where(article => VoteMarkers.Any(marker => article.Text.Contains(marker, StringComparison.Ordinal)))
            .Select(article => article.Source)
            .Distinct(StringComparer.Ordinal);
        Assert.True(outlets.Count() >= 6);
    }

    [Fact]
    public void Reports_of_one_event_give_differing_figures()
    {
        var flood = News.Where(article => article.Text.Contains("Jakarta", StringComparison.Ordinal)).ToList();
        Assert.All(
            FloodTolls,
            toll => Assert.Contains(flood, article => article.Text.Contains(toll, StringComparison.Ordinal)));

        var troops = News.Where(article => article.Text.Contains("troops", StringComparison.Ordinal)).ToList();
        Assert.Contains(troops, article => article.Text.Contains("has about 5,000 troops", StringComparison.Ordinal));
        Assert.Contains(troops, article => article.Text.Contains("Some 5,200 American", StringComparison.Ordinal));
    }

    [Fact]
    public void The_news_board_reprints_the_wire_with_light_edits()
    {
        var wire = News.Where(article => article.Source == "Sample Wire").Select(Shingles).ToList();
        var reprints = News
            .Where(article => article.Source == "Roundup Board (sample)")
            .Select(Shingles)
            .Count(reprint => wire.Any(original => Overlap(original, reprint) > 0.6));
        Assert.True(reprints >= 5, $"{reprints} reprints");
    }

    [Fact]
    public void The_sample_feeds_carry_articles_of_the_sample_news()
    {
        var feeds = Directory.GetFiles(Path.Combine(Samples, "feeds"), "*.xml");
        Assert.Equal(2, feeds.Length);
        Assert.All(feeds, feed =>
        {
            var items = XDocument.Load(feed).Descendants()
                .Where(element => element.Name.LocalName is "item" or "entry")
                .ToList();
            Assert.InRange(items.Count, 3, 4);
            Assert.All(items, item => Assert.Contains(News, article => article.Url == LinkOf(item)));
        });
    }

    [Fact]
    public void The_sample_subscriptions_point_to_reserved_domains()
    {
        var feeds = XDocument.Load(Path.Combine(Samples, "feeds.opml")).Descendants("outline")
            .Select(outline => outline.Attribute("xmlUrl")?.Value)
            .OfType<string>()
            .ToList();
        Assert.Equal(3, feeds.Count);
        Assert.All(feeds, feed => Assert.EndsWith(".example", new Uri(feed).Host, StringComparison.Ordinal));
    }

    [Fact]
    public void The_plain_text_sample_is_a_title_a_blank_line_and_a_text()
    {
        var lines = File.ReadAllLines(Path.Combine(Samples, "article.txt"));
        Assert.NotEmpty(lines[0]);
        Assert.Empty(lines[1]);
        Assert.InRange(WordCount(string.Join(' ', lines[2..])), 60, 260);
        Assert.DoesNotContain(News, article => article.Title == lines[0]);
    }

    /// <summary>An RSS link is an element's text, an Atom link its href.</summary>
    private static string LinkOf(XElement item)
    {
        var link = item.Elements().First(element => element.Name.LocalName == "link");
        return link.Attribute("href")?.Value ?? link.Value;
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static int WordCount(string text) => Words(text).Length;

    private static HashSet<string> Shingles(SampleArticle article)
    {
        var words = Words(article.Text);
        return Enumerable.Range(0, words.Length - 2)
            .Select(i => string.Join(' ', words[i..(i + 3)]))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static double Overlap(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return (double)shared / (one.Count + other.Count - shared);
    }

    private static List<SampleArticle> ReadNews() =>
    [
        .. File.ReadLines(Path.Combine(Samples, "news.jsonl"))
            .Select(line => JsonSerializer.Deserialize<SampleArticle>(line, JsonSerializerOptions.Web)
                ?? throw new InvalidDataException("A line of samples/news.jsonl is null."))
    ];

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DigestBot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("DigestBot.sln is in no folder above the tests.");
    }

    private sealed record SampleArticle
    {
        public required string Url { get; init; }

        public required string Title { get; init; }

        public required string Text { get; init; }

        public required string Published { get; init; }

        public required string Source { get; init; }

        public string? Language { get; init; }
    }
}

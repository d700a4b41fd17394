using System.Text;
using System.Text.Json;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>The readers against public test sets of other projects.</summary>
public sealed class CorporaTests
{
    [Theory]
    [InlineData("feedvalidator.tar.gz")]
    [InlineData("gofeed.tar.gz")]
    [InlineData("feedparser-tests.tar.gz")]
    [InlineData("opml-json.tar.gz")]
    public void No_file_of_other_projects_tests_makes_a_reader_throw(string archive)
    {
        foreach ((string name, byte[] bytes) in Corpora.Files(archive))
        {
            Exception? exception = Record.Exception(() => (FeedReader.Read(bytes, null, null), Opml.Read(bytes)));
            Assert.True(exception is null, $"{name}: {exception}");
        }
    }

    [Fact]
    public void Every_inline_feed_of_miniflux_is_read()
    {
        foreach (string line in Corpora.Lines("miniflux-feeds.jsonl.gz"))
        {
            string feed = JsonDocument.Parse(line).RootElement.GetProperty("feed").GetString()!;
            Assert.NotNull(FeedReader.Read(Encoding.UTF8.GetBytes(feed), null, null));
        }
    }

    [Fact]
    public void Real_feeds_agree_with_feedparser()
    {
        List<(string Name, byte[] Bytes)> files = Corpora.Files("real-feeds.tar.gz");
        using JsonDocument reference = JsonDocument.Parse(files.Single(file => file.Name.EndsWith("parse.json", StringComparison.Ordinal)).Bytes);
        var agreement = new Dictionary<string, (int Agreed, int All)>();
        foreach (JsonProperty gold in reference.RootElement.EnumerateObject())
        {
            byte[]? bytes = files.FirstOrDefault(file => file.Name.EndsWith(gold.Name, StringComparison.Ordinal)).Bytes;
            if (bytes is not null)
            {
                // The reference takes the link of a service that counts readers for the article's.
                bool isCounted = Encoding.Latin1.GetString(bytes).Contains(":origLink>", StringComparison.OrdinalIgnoreCase);
                Compare(gold, FeedReader.Read(bytes, null, null), isCounted, agreement);
            }
        }

        Assert.All(agreement, field => Assert.True(field.Value.Agreed >= 0.99 * field.Value.All, $"{field.Key}: {field.Value}"));
        Assert.True(agreement["Title"].All > 1000);
    }

    [Fact]
    public void At_least_nine_of_ten_dates_are_exact()
    {
        List<string> lines = Corpora.Lines("dates.jsonl.gz");

        int right = lines.Count(line =>
        {
            JsonElement item = JsonDocument.Parse(line).RootElement;
            DateTimeOffset? date = FeedDates.Parse(item.GetProperty("input").GetString());
            return item.GetProperty("epoch") switch
            {
                { ValueKind: JsonValueKind.Number } epoch => date?.ToUnixTimeSeconds() == (long)Math.Floor(epoch.GetDouble()),
                { ValueKind: JsonValueKind.String } => date is not null,
                _ => date is null,
            };
        });

        Assert.True(right >= 0.9 * lines.Count, $"{right} of {lines.Count}");
    }

    [Fact]
    public void Texts_in_many_charsets_are_decoded_once_the_charset_is_declared()
    {
        int all = 0;
        var wrong = new List<string>();
        foreach ((string name, byte[] bytes) in Corpora.Files("encodings.tar.gz").Where(file => file.Name.Contains("/Data/", StringComparison.Ordinal)))
        {
            string charset = name.Split('/')[^2].Split(' ')[0];
            if (EncodingNames.Find(charset) is { } encoding)
            {
                all++;
                string expected = TextRepair.DropIllegal(encoding.GetString(bytes).TrimStart('\uFEFF'));
                if (Encodings.Decode(bytes, $"text/plain; charset={charset}").Text != expected)
                {
                    wrong.Add(name);
                }
            }
        }

        Assert.True(all > 40 && wrong.Count <= all / 10, string.Join(", ", wrong));
    }

    [Fact]
    public void No_payload_of_a_script_attack_leaves_a_tag_or_a_script_link()
    {
        foreach (string line in Corpora.Lines("dompurify-payloads.jsonl.gz"))
        {
            string payload = JsonDocument.Parse(line).RootElement.GetProperty("payload").GetString()!;
            Feed feed = FeedReader.Read($"<rss><channel><item><title>t</title><link>{payload}</link><description><![CDATA[{payload}]]></description></item></channel></rss>", null);
            Assert.All(feed.Items, item => Assert.True(item.Link is null || WebAddress.IsWeb(item.Link)));
            Assert.NotNull(WebPageReader.Read(payload, new Uri("https://n.example/")));
        }
    }

    private static void Compare(JsonProperty gold, Feed feed, bool isCounted, Dictionary<string, (int Agreed, int All)> agreement)
    {
        int index = 0;
        Count("Items", gold.Value.GetProperty("Items").GetArrayLength() == feed.Items.Count, agreement);
        foreach (JsonElement expected in gold.Value.GetProperty("Items").EnumerateArray())
        {
            FeedItem? item = feed.Items.ElementAtOrDefault(index++);
            CompareField("Title", item?.Title, expected, agreement);
            if (!isCounted)
            {
                CompareField("Link", item?.Link?.OriginalString, expected, agreement);
            }

            CompareField("Id", item?.Id, expected, agreement);
        }
    }

    private static void CompareField(string field, string? ours, JsonElement expected, Dictionary<string, (int Agreed, int All)> agreement)
    {
        if (expected.GetProperty(field).GetString() is { Length: > 0 } theirs)
        {
            Count(field, Flat(theirs) == Flat(ours ?? string.Empty), agreement);
        }
    }

    private static void Count(string field, bool agreed, Dictionary<string, (int Agreed, int All)> agreement)
    {
        (int before, int all) = agreement.GetValueOrDefault(field);
        agreement[field] = (before + (agreed ? 1 : 0), all + 1);
    }

    // The reference keeps HTML and double encoding in its titles.
    private static string Flat(string text) => HtmlText.ToHeadline(TextRepair.UndoDoubleEncoding(text)).Replace(" ", string.Empty, StringComparison.Ordinal).TrimEnd('/');
}

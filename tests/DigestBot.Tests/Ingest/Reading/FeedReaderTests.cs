using System.Globalization;
using System.Text;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>What comes out of feeds of every kind, whole and broken.</summary>
public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://news.example/feed");

    [Fact]
    public void Rss_2_0_gives_its_title_language_items_and_the_wait_it_asks_for()
    {
        Feed feed = Read("""
            <rss version="2.0"><channel><title>The &amp; Daily</title><link>https://news.example/</link><language>en-gb</language><ttl>90</ttl>
            <item><title>Dam &lt;b&gt;breaks&lt;/b&gt;</title><link>https://news.example/dam</link><guid isPermaLink="false">7</guid>
            <pubDate>Tue, 03 Mar 2026 09:39:21 GMT</pubDate><author>desk@news.example (Ada Ray)</author>
            <description>&lt;p&gt;It broke at dawn.&lt;/p&gt;&lt;p&gt;Nobody was hurt.&lt;/p&gt;</description></item></channel></rss>
            """);

        Assert.True(feed.IsFeed);
        Assert.Empty(feed.Problems);
        Assert.Equal("The & Daily", feed.Title);
        Assert.Equal("en-gb", feed.Language);
        Assert.Equal(TimeSpan.FromMinutes(90), feed.Hints.Interval);
        FeedItem item = Assert.Single(feed.Items);
        Assert.Equal("7", item.Id);
        Assert.Equal("Dam breaks", item.Title);
        Assert.Equal(new Uri("https://news.example/dam"), item.Link);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 39, 21, TimeSpan.Zero), item.Published);
        Assert.Equal("It broke at dawn.\n\nNobody was hurt.", item.Summary);
        Assert.Equal("Ada Ray", item.Author);
    }

    [Theory]
    [InlineData("<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'>", "<feedburner:origLink>https://news.example/dam</feedburner:origLink>", "https://news.example/dam")]
    [InlineData("<rss>", "<feedburner:origLink>https://news.example/dam</feedburner:origLink>", "https://news.example/dam")]
    [InlineData("<rss>", "<pheedo:origLink>https://news.example/dam</pheedo:origLink>", "https://news.example/dam")]
    [InlineData("<rss>", "<feedburner:origLink>javascript:alert(1)</feedburner:origLink>", "https://counter.example/~r/7")]
    public void The_link_is_the_articles_own_where_a_service_that_counts_readers_stands_before_it(string root, string origin, string link)
    {
        Feed feed = Read($"{root}<channel><item><title>Dam breaks</title><link>https://counter.example/~r/7</link>{origin}</item></channel></rss>");

        Assert.Equal(new Uri(link), Assert.Single(feed.Items).Link);
    }

    [Fact]
    public void Atom_gives_text_html_and_xhtml_and_resolves_links_against_xml_base()
    {
        Feed feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://base.example/a/" xml:lang="fr">
            <title type="html">One &amp;amp; two</title>
            <entry><id>tag:1</id><title>Is a &lt;b&gt; c</title><link rel="self" href="x"/><link href="dam.html"/>
            <published>2026-03-03T09:00:00+02:00</published><updated>2026-03-04T00:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <em>broke</em>.</p><p>Twice.</p></div></content></entry></feed>
            """);

        Assert.Equal("One & two", feed.Title);
        FeedItem item = Assert.Single(feed.Items);
        Assert.Equal("Is a <b> c", item.Title);
        Assert.Equal(new Uri("https://base.example/a/dam.html"), item.Link);
        Assert.Equal("It broke.\n\nTwice.", item.Content);
        Assert.Equal("fr", item.Language);
        Assert.Equal(7, item.Published!.Value.UtcDateTime.Hour);
        Assert.Equal(4, item.Updated!.Value.Day);
    }

    [Theory]
    [InlineData("<published>2026-03-03T09:00:00Z</published><updated>2026-03-04T00:00:00Z</updated>", 4)]
    [InlineData("<published>2026-03-03T09:00:00Z</published><updated>2026-03-03T09:00:00Z</updated>", null)]
    [InlineData("<published>2026-03-03T09:00:00Z</published><updated>2026-03-02T00:00:00Z</updated>", null)]
    [InlineData("<updated>2026-03-04T00:00:00Z</updated>", null)]
    public void An_entry_was_changed_where_it_was_updated_after_it_was_published(string dates, int? day)
    {
        Feed feed = Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Dam breaks</title>{dates}</entry></feed>");

        Assert.Equal(day, Assert.Single(FeedArticles.From(feed)).Modified?.Day);
    }

    [Fact]
    public void Rss_1_0_items_beside_the_channel_are_found_under_any_prefix()
    {
        Feed feed = Read("""
            <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
            <s:channel r:about="https://news.example/"><s:title>Old</s:title></s:channel>
            <s:item r:about="https://news.example/1"><s:title>First</s:title><d:date>2026-03-03</d:date><d:creator>Ada</d:creator></s:item></r:RDF>
            """);

        FeedItem item = Assert.Single(feed.Items);
        Assert.Equal("First", item.Title);
        Assert.Equal("Ada", item.Author);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), item.Published);
    }

    [Fact]
    public void Json_feed_gives_its_items_and_number_ids()
    {
        Feed feed = Read("""
            {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://news.example/","items":[
            {"id":12,"url":"/dam","title":"Dam &amp; bridge","content_html":"<p>A</p><p>B</p>","date_published":"2026-03-03T10:00:00Z","authors":[{"name":"Ada"},{"name":"Bo"}]}]}
            """);

        FeedItem item = Assert.Single(feed.Items);
        Assert.Equal("12", item.Id);
        Assert.Equal(new Uri("https://news.example/dam"), item.Link);
        Assert.Equal("Dam & bridge", item.Title);
        Assert.Equal("A\n\nB", item.Content);
        Assert.Equal("Ada, Bo", item.Author);
    }

    [Fact]
    public void Undeclared_prefixes_html_entities_and_stray_ampersands_are_read()
    {
        Feed feed = Read("""
            <rss><channel><item><title>Caf&eacute;&nbsp;AT&T & more</title><dc:creator>Ada</dc:creator>
            <content:encoded><![CDATA[<p>Full</p>]]></content:encoded></item></channel></rss>
            """);

        FeedItem item = Assert.Single(feed.Items);
        Assert.Equal("Café AT&T & more", item.Title);
        Assert.Equal("Ada", item.Author);
        Assert.Equal("Full", item.Content);
    }

    [Fact]
    public void Items_that_are_never_closed_are_still_apart()
    {
        Feed feed = Read("<rss><channel><item><title>A</title><item><title>B</title><description>cut o");

        Assert.Equal(["A", "B"], feed.Items.Select(item => item.Title));
    }

    [Fact]
    public void A_feed_without_dates_ids_or_links_is_read_all_the_same()
    {
        FeedItem item = Assert.Single(Read("<rss><channel><item><title>Only this</title></item></channel></rss>").Items);

        Assert.Equal("Only this", item.Title);
        Assert.Null(item.Id);
        Assert.Null(item.Link);
        Assert.Null(item.Published);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://news.example/x")]
    public void No_link_but_http_and_https_leaves_the_reader(string link) =>
        Assert.Null(Assert.Single(Read($"<rss><channel><item><title>x</title><link>{link}</link><guid>{link}</guid></item></channel></rss>").Items).Link);

    [Fact]
    public void Billion_laughs_stay_silent()
    {
        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 12; i++)
        {
            bomb.Append(CultureInfo.InvariantCulture, $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{i - 1};", 10))}\">");
        }

        Feed feed = Read(bomb.Append("]><rss><channel><title>&lol11;</title><item><title>ok</title></item></channel></rss>").ToString());

        Assert.Equal("&lol11;", feed.Title);
        Assert.Single(feed.Items);
    }

    [Fact]
    public void An_external_entity_is_not_fetched()
    {
        Feed feed = Read("""<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title><item><title>t</title></item></channel></rss>""");

        Assert.Equal("&x;", feed.Title);
    }

    [Fact]
    public void Half_a_million_nested_elements_cost_the_depth_and_not_the_feed()
    {
        string deep = string.Concat(Enumerable.Repeat("<x>", 500_000));

        Feed feed = Read($"<rss><channel><title>T</title><item><title>first</title></item>{deep}");

        Assert.Equal("first", Assert.Single(feed.Items).Title);
        Assert.Contains("256", Assert.Single(feed.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_page_is_told_from_a_feed_and_its_feeds_are_named()
    {
        Feed feed = Read("""
            <!DOCTYPE html><html><head><base href="https://cdn.example/"><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>Hi</body></html>
            """);

        Assert.False(feed.IsFeed);
        Assert.StartsWith("This is a web page, not a feed", Assert.Single(feed.Problems), StringComparison.Ordinal);
        Assert.Equal([new Uri("https://cdn.example/rss")], feed.Alternates);
    }

    [Theory]
    [InlineData("", "The document is empty")]
    [InlineData("just words", "This is neither RSS, Atom nor JSON Feed")]
    [InlineData("{\"a\":1}", "This is JSON, but not a JSON Feed")]
    [InlineData("{\"a\":", "This looks like JSON but cannot be read")]
    [InlineData("<rss><channel></channel></rss>", "The feed has no entries")]
    public void What_is_wrong_with_a_document_is_said_in_a_sentence(string document, string start) =>
        Assert.StartsWith(start, Assert.Single(Read(document).Problems), StringComparison.Ordinal);

    [Fact]
    public void Text_that_was_encoded_twice_is_repaired()
    {
        string twice = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Größe für Europa"));

        Assert.Equal("Größe für Europa", Read($"<rss><channel><item><title>{twice}</title></item></channel></rss>").Items[0].Title);
    }

    [Fact]
    public void A_headline_about_code_keeps_its_angle_brackets() =>
        Assert.Equal("List<String> is slow", Read("<rss><channel><item><title>List&lt;String&gt; is slow</title></item></channel></rss>").Items[0].Title);

    [Fact]
    public void Endless_attributes_nuls_and_lone_surrogates_do_no_harm()
    {
        string attributes = string.Concat(Enumerable.Range(0, 50_000).Select(i => $" a{i}=\"{i}\""));

        Feed feed = FeedReader.Read($"<rss{attributes}><channel><item><title>a\0b</title></item></channel></rss>", Address);

        Assert.Single(feed.Items);
        Assert.Equal("ab", FeedReader.Read(Encoding.UTF8.GetBytes("<rss><channel><item><title>a\0b</title></item></channel></rss>"), null, Address).Items[0].Title);
        Assert.Equal("x", FeedReader.Read("""{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"\ud83dx"}]}""", Address).Items.SingleOrDefault()?.Title ?? "x");
    }

    [Fact]
    public void Half_a_character_in_the_name_of_a_member_does_no_harm() => Assert.Equal(
        "Dam",
        FeedReader.Read("""{"\ud83d":1,"version":"https://jsonfeed.org/version/1","items":[{"a\udc00":2,"id":"1","title":"Dam","content_text":"\ud800"}]}""", Address).Items[0].Title);

    [Fact]
    public void A_page_whose_base_is_an_address_that_cannot_be_taken_apart_still_names_its_feeds() => Assert.Equal(
        [new Uri("https://news.example/feed")],
        FeedReader.Read("<html><base href='file://\u202e/o:'><link rel=alternate type=application/rss+xml href='/feed'>", new Uri("https://news.example/")).Alternates);

    [Theory]
    [InlineData("&#1;javascript:alert(1)")]
    [InlineData("\u001fjavascript:alert(1)&#x1;")]
    public void Control_characters_before_an_address_do_not_make_another_of_it(string link) =>
        Assert.Null(Read($"<rss><channel><item><title>a</title><link>{link}</link></item></channel></rss>").Items[0].Link);

    [Fact]
    public void Five_megabytes_of_tiny_elements_cost_little_and_the_report_says_what_was_left_out()
    {
        string hostile = "<rss><channel><item><title>first</title></item>" + string.Concat(Enumerable.Repeat("<a/>", 5 * 1024 * 1024 / 4)) + "<item/>";
        long before = GC.GetAllocatedBytesForCurrentThread();

        Feed feed = FeedReader.Read(hostile, Address);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000_000);
        Assert.Equal("first", Assert.Single(feed.Items).Title);
        Assert.Contains("The document has more than 250,000 elements; the rest was left out.", feed.Problems);
    }

    [Fact]
    public void An_attribute_counts_as_it_is_first_written_in_any_case_and_a_prefix_ends_with_its_element()
    {
        Feed feed = Read("""
            <rss xmlns:a="http://www.w3.org/2005/Atom"><channel><item><a:link HREF="https://news.example/1?a=1&amp;b=2" href="https://news.example/2"/></item>
            <item><x xmlns:a="http://purl.org/dc/elements/1.1/"><a:title>no</a:title></x><a:title>yes</a:title></item></channel></rss>
            """);

        Assert.Equal(new Uri("https://news.example/1?a=1&b=2"), feed.Items[0].Link);
        Assert.Equal("yes", feed.Items[1].Title);
    }

    [Fact]
    public void Text_between_elements_and_in_several_pieces_is_one_text() => Assert.Equal(
        "One two & three",
        Read("<rss><channel><item><title> \n<!-- x -->One <!-- y --><![CDATA[two &]]> &#116;hree<?z ?>  </title></item></channel></rss>").Items[0].Title);

    private static Feed Read(string document) => FeedReader.Read(Encoding.UTF8.GetBytes(document), contentType: null, Address);
}

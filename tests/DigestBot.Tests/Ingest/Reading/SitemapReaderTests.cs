using CsCheck;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>Sitemaps as sites and attackers write them.</summary>
public sealed class SitemapReaderTests
{
    private const string News = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
          xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
          <url><image:image><image:loc>https://news.example/a.jpg</image:loc><image:title>Picture</image:title></image:image>
            <loc> https://news.example/a?x=1&amp;y=2 </loc><lastmod>2026-03-01</lastmod>
            <n:news><n:publication><n:name>The Daily</n:name><n:language>en</n:language></n:publication>
              <n:publication_date>2026-02-28T10:00:00+02:00</n:publication_date><n:title><![CDATA[Dam & valley]]></n:title></n:news>
            <video:video><video:url>https://news.example/v</video:url><video:publication_date>2020-01-01</video:publication_date></video:video></url>
          <url><loc>/b</loc></url>
          <url><loc>javascript:alert(1)</loc></url><url><loc>file:///etc/passwd</loc></url><url/><url><lastmod>2026-03-01</lastmod></url>
          <url><loc>&b;</loc><lastmod>soon</lastmod></url>
          <url><loc>https://news.example/last
        """;

    private static readonly Uri Address = new("https://news.example/maps/sitemap.xml");

    [Fact]
    public void Pages_dates_and_titles_of_news_are_read_and_what_belongs_to_pictures_is_not()
    {
        Assert.True(SitemapReader.IsSitemap(News));

        Sitemap sitemap = SitemapReader.Read(News, Address);

        Assert.False(sitemap.IsIndex);
        Assert.Equal(
            new SitemapEntry(new Uri("https://news.example/a?x=1&y=2"), new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), new(2026, 2, 28, 8, 0, 0, TimeSpan.Zero), "Dam & valley"),
            sitemap.Entries[0]);
        Assert.Equal(new SitemapEntry(new Uri("https://news.example/b"), null, null, null), sitemap.Entries[1]);
        Assert.All(sitemap.Entries, entry => Assert.Equal("news.example", entry.Location.Host));
        Assert.InRange(sitemap.Entries.Count, 2, 3);
    }

    [Fact]
    public void An_index_with_a_prefix_lists_sitemaps()
    {
        Sitemap index = SitemapReader.Read(
            "<SM:sitemapindex><sm:sitemap><sm:loc>https://news.example/1.xml</sm:loc><lastmod>2020</lastmod></sm:sitemap></sm:sitemapindex>", Address);

        Assert.True(index.IsIndex);
        Assert.Equal(new SitemapEntry(new Uri("https://news.example/1.xml"), null, null, null), Assert.Single(index.Entries));
    }

    [Theory]
    [InlineData("<rss><channel/></rss>")]
    [InlineData("<html><urlset></html>")]
    [InlineData("{\"urlset\":1}")]
    [InlineData("")]
    public void Anything_else_is_none(string text) => Assert.False(SitemapReader.IsSitemap(text));

    [Fact]
    public void No_more_entries_are_read_than_a_sitemap_may_have()
    {
        string text = $"<urlset>{string.Concat(Enumerable.Range(0, SitemapReader.MaxEntries + 10).Select(i => $"<url><loc>/{i}</loc></url>"))}</urlset>";

        Sitemap sitemap = SitemapReader.Read(text, Address);

        Assert.Equal(SitemapReader.MaxEntries, sitemap.Entries.Count);
        Assert.Equal("Only the first 50000 entries of the sitemap are read.", sitemap.Problem);
    }

    [Fact]
    public void Neither_endless_values_nor_deep_nests_nor_bare_tags_cost_anything()
    {
        string text = $"<urlset><url><loc>https://news.example/{new string('x', 3_000_000)}</loc></url>"
            + $"{string.Concat(Enumerable.Repeat("<url><loc>", 200_000))}{string.Concat(Enumerable.Repeat("<a>", 200_000))}<url><loc>/b</loc></url>";

        Assert.Equal("/b", Assert.Single(SitemapReader.Read(text, Address).Entries).Location.AbsolutePath);
    }

    [Fact]
    public void Whatever_is_cut_out_of_a_sitemap_it_is_read_without_a_fault() => Gen.Select(Gen.Int[0, News.Length], Gen.Int[0, 200]).Sample((at, length) =>
    {
        string text = News.Remove(at, Math.Min(length, News.Length - at));

        Assert.All(SitemapReader.Read(text, Address).Entries, entry => Assert.True(WebAddress.IsWeb(entry.Location)));
    });
}

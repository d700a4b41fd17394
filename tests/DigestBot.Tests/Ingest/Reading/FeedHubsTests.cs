using System.Text;
using CsCheck;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;
using DigestBot.Ingest.WebSub;
using DigestBot.News;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>Who tells of a feed's news, and what the feed is called there.</summary>
public sealed class FeedHubsTests
{
    private const string Atom = "xmlns:atom='http://www.w3.org/2005/Atom'";

    private static readonly Uri Address = new("https://news.example/path/feed");

    private static readonly string[] Pieces = ["<", ">", ";", ",", "\"", "=", "rel", "hub", "self", " ", "\\", "https://hub.example/", "\0"];

    [Theory]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='https://hub.example/'/><link rel='self' href='https://a.example/f'/></feed>")]
    [InlineData($"<rss version='2.0' {Atom}><channel><atom:link rel='hub' href='https://hub.example/'/><atom:link rel='self' href='https://a.example/f'/></channel></rss>")]
    [InlineData($"<rss version='2.0' {Atom}><atom:link rel='hub' href='https://hub.example/'/><channel><atom:link rel='self' href='https://a.example/f'/></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><link rel=' HUB ' href=' https://hub.example/ '/><link rel='self alternate' href='https://a.example/f'/></channel></rss>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"feed_url\":\"https://a.example/f\",\"items\":[],\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"https://cloud.example/\"},{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}]}")]
    public void Every_kind_of_feed_can_name_its_hub_and_itself(string feed)
    {
        HubOffer offer = Read(feed, links: null);

        Assert.Equal("https://a.example/f", offer.Topic);
        Assert.Equal(["https://hub.example/"], offer.Hubs);
    }

    [Theory]
    [InlineData("<https://hub.example/>; rel=\"hub\", <https://a.example/f>; rel=\"self\"")]
    [InlineData("<https://a.example/f>;rel=self,<https://hub.example/>;rel=hub")]
    [InlineData("</other>; rel=alternate; title=\"a, <b>; rel=hub\", <https://hub.example/>; foo; REL = \"next hub\", <https://a.example/f>; rel=self; rel=hub")]
    public void The_headers_of_an_answer_count_before_its_text(string header)
    {
        HubOffer offer = Read("<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='https://old.example/'/><link rel='self' href='https://old.example/f'/></feed>", header);

        Assert.Equal("https://a.example/f", offer.Topic);
        Assert.Equal(["https://hub.example/"], offer.Hubs);
    }

    [Theory]
    [InlineData("<link rel='hub' href='https://hub.example/'/>")]
    [InlineData("<link rel='self' href='https://a.example/f'/>")]
    [InlineData("<link rel='hub' href='ftp://hub.example/'/><link rel='self' href='https://a.example/f'/>")]
    [InlineData("<link rel='hub' href='javascript:1'/><link rel='self' href='https://a.example/f'/>")]
    [InlineData("<link rel='hub' href='https://hub.example/'/><link rel='self' href='https://me:secret@a.example/f'/>")]
    [InlineData("<entry><link rel='hub' href='https://hub.example/'/><link rel='self' href='https://a.example/f'/></entry>")]
    public void A_feed_that_does_not_name_both_offers_none(string links) =>
        Assert.Same(HubOffer.None, Read($"<feed xmlns='http://www.w3.org/2005/Atom'>{links}</feed>", links: null));

    [Fact]
    public void Addresses_may_be_relative_and_only_a_few_hubs_are_kept()
    {
        string hubs = string.Concat(Enumerable.Range(0, 1000).Select(i => $"<link rel='hub' href='/hub{i}'/><link rel='hub' href='/hub{i}'/>"));

        HubOffer offer = Read($"<feed xmlns='http://www.w3.org/2005/Atom'>{hubs}<link rel='self' href='feed'/></feed>", links: null);

        Assert.Equal("https://news.example/path/feed", offer.Topic);
        Assert.Equal(Enumerable.Range(0, 4).Select(i => $"https://news.example/hub{i}"), offer.Hubs);
    }

    [Fact]
    public void No_header_makes_the_reader_throw_or_brings_anything_but_web_addresses() =>
        Gen.OneOf(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]), Gen.String[0, 6]).Array[0, 30].Select(string.Concat).Sample(
            header => FeedHubs.Read(header, Address).Hubs.All(hub => hub.Scheme is "http" or "https"));

    private static HubOffer Read(string feed, string? links)
    {
        byte[] body = Encoding.UTF8.GetBytes(feed);
        var fetched = new FetchOutcome.Fetched(Address, false, body, null, null, null, null) { Status = 200, Links = links };
        return HubOffers.Of(FeedReader.Read(body, null, Address), fetched);
    }
}

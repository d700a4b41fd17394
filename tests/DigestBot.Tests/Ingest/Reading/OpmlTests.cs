using System.Text;
using DigestBot.Ingest.Reading;

namespace DigestBot.Tests.Ingest.Reading;

/// <summary>Subscription lists in and out.</summary>
public sealed class OpmlTests
{
    [Fact]
    public void A_list_survives_being_written_and_read()
    {
        var list = new OpmlDocument(
            "Mine & yours",
            [
                new OpmlFeed("Top \"news\"", new Uri("https://n.example/f?a=1&b=2"), new Uri("https://n.example/"), null),
                new OpmlFeed("Inner", new Uri("http://m.example/f"), null, "Europe/Alps"),
                new OpmlFeed("Other", new Uri("http://o.example/f"), null, "Europe"),
            ],
            []);

        OpmlDocument again = Opml.Read(Encoding.UTF8.GetBytes(Opml.Write(list)));

        Assert.Equal(list.Title, again.Title);
        Assert.Equal(list.Feeds.OrderBy(feed => feed.Title), again.Feeds.OrderBy(feed => feed.Title));
        Assert.Empty(again.Problems);
    }

    [Fact]
    public void Broken_entries_are_told_and_the_rest_is_kept()
    {
        OpmlDocument list = Opml.Read("""
            <opml version="1.1"><body><outline text="News"><outline text="A & B" xmlurl="feed://a.example/f"><outline title="C" xmlUrl="https://c.example/f">
            <outline text="Bad" xmlUrl="javascript:1"/><outline text="A again" xmlUrl="http://a.example/f"/></outline>
            """);

        Assert.Equal(["http://a.example/f", "https://c.example/f"], list.Feeds.Select(feed => feed.FeedUrl.AbsoluteUri));
        Assert.All(list.Feeds, feed => Assert.Equal("News", feed.Folder));
        Assert.Equal("\"Bad\" has no http or https address, so it was left out.", Assert.Single(list.Problems));
    }

    [Fact]
    public void What_is_no_list_is_said_in_a_sentence() =>
        Assert.Equal("This is not an OPML list; export the subscriptions again.", Assert.Single(Opml.Read("<rss/>"u8).Problems));

    [Fact]
    public void A_title_that_xml_cannot_hold_does_not_stop_the_export()
    {
        string written = Opml.Write(new OpmlDocument("a\0b", [new OpmlFeed("x\uD83D", new Uri("https://n.example/"), null, "\u0001")], []));

        Assert.Single(Opml.Read(written).Feeds);
    }
}

using System.Text;
using CsCheck;
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

    private static readonly string[] Pieces = ["/", "\\", "News", "AC/DC", "é", "中文", "&", "\"", "<b>", "😀", "'"];

    private static readonly Gen<string> Name = Gen.Frequency(
            (5, Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index])), (1, Gen.Char.AlphaNumeric.Select(char.ToString)))
        .Array[1, 6].Select(parts => string.Concat(parts));

    [Fact]
    public void Whatever_folders_are_called_they_are_written_and_read_again() =>
        Name.Array[0, 6].Array[1, 8].Sample(paths =>
        {
            string?[] folders = [.. paths.Select(path => path.Aggregate((string?)null, FolderPath.Into))];
            Assert.Equal(paths, folders.Select(FolderPath.Names));
            OpmlFeed[] feeds = [.. folders.Select((folder, i) => new OpmlFeed($"Feed {i}", new Uri($"https://n.example/{i}"), null, folder))];

            OpmlDocument again = Opml.Read(Opml.Write(new OpmlDocument("Mine", feeds, [])));

            Assert.Equal(feeds, again.Feeds.OrderBy(feed => feed.Title, StringComparer.Ordinal));
        });

    [Fact]
    public void What_stands_in_no_folder_is_put_where_its_category_says()
    {
        OpmlDocument list = Opml.Read("""
            <opml><body><outline text="A" xmlUrl="https://a.example/f" category="/Europe/ Alps/,News"/><outline text="B" xmlUrl="https://b.example/f" category=", /"/>
            <outline text="Home"><outline text="C" xmlUrl="https://c.example/f" category="Away"/></outline></body></opml>
            """);

        Assert.Equal(["Europe/Alps", null, "Home"], list.Feeds.Select(feed => feed.Folder));
    }

    [Fact]
    public void A_hostile_nest_of_folders_ends_after_eight_names_of_a_hundred_letters()
    {
        string name = new('x', 5_000);
        string list = $"<opml><body>{string.Concat(Enumerable.Repeat($"<outline text='{name}'>", 200))}<outline text='A' xmlUrl='https://a.example/f'/></body></opml>";

        string folder = Assert.Single(Opml.Read(list).Feeds).Folder!;

        Assert.Equal(Enumerable.Repeat(name[..100], 8), FolderPath.Names(folder));
    }

    [Fact]
    public void Of_a_hundred_thousand_wrong_entries_the_first_twenty_are_reported()
    {
        string list = $"<opml><body>{string.Concat(Enumerable.Repeat("<outline text='A' xmlUrl='x'/>", 100_000))}</body></opml>";

        Assert.Equal(Enumerable.Repeat("\"A\" has no http or https address, so it was left out.", 20), Opml.Read(list).Problems);
    }
}

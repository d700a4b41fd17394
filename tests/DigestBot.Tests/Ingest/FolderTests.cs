using System.Text;
using DigestBot.Adapters;
using DigestBot.Commands;
using DigestBot.Ingest;
using DigestBot.Ingest.Reading;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Adapters;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Ingest;

/// <summary>Lists of subscriptions come out as they went in, and nobody sees another's folders.</summary>
public sealed class FolderTests
{
    private const string List = """
        <opml version="2.0"><body>
          <outline text="Europe"><outline text="A" xmlUrl="https://a.example/f"/>
            <outline text="AC/DC"><outline text="B" xmlUrl="https://b.example/f"/></outline></outline>
          <outline text="C" xmlUrl="https://c.example/f"/>
        </body></opml>
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_list_is_written_with_the_titles_and_folders_that_it_was_read_with(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await ImportAsync(bot, bot.Operator, List);

        OpmlDocument written = Opml.Read(await bot.Get<SourceManager>().ExportOpmlAsync(bot.Operator, Cancel));

        Assert.Equal(Opml.Read(List).Feeds, written.Feeds.OrderBy(feed => feed.Title, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_space_keeps_its_own_folders_and_sees_no_other(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        Space one = await bot.SpaceAsync("discord:1", Cancel);
        Space other = await bot.SpaceAsync("discord:2", Cancel);
        await ImportAsync(bot, one, List);
        await ImportAsync(bot, other, List.Replace("Europe", "Secret", StringComparison.Ordinal));

        Assert.Equal(["Europe", "Europe/AC\\/DC", null], await FoldersAsync(bot, one));
        Assert.Equal(["Secret", "Secret/AC\\/DC", null], await FoldersAsync(bot, other));

        await ImportAsync(bot, bot.Operator, List.Replace("Europe", "Shared", StringComparison.Ordinal));
        Space third = await bot.SpaceAsync("discord:3", Cancel);
        Assert.Equal(["Shared", "Shared/AC\\/DC", null], await FoldersAsync(bot, third));
        Assert.Equal(["Europe", "Europe/AC\\/DC", null], await FoldersAsync(bot, one));
        foreach (Source source in await bot.Get<SourceStore>().ListAsync(bot.Operator, Cancel))
        {
            await bot.Get<SourceStore>().AddAsync(third, new NewSource(source.Key, SourceKind.Feed, source.Name, source.Location, null), Cancel);
            await bot.Get<SourceManager>().RemoveAsync(bot.Operator, source, Cancel);
        }

        Assert.Equal([null, null, null], await FoldersAsync(bot, third));
    }

    [Fact]
    public async Task A_list_read_again_files_what_was_known_and_leaves_what_it_keeps_in_no_folder()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        await ImportAsync(bot, bot.Operator, List);

        OpmlImported again = await ImportAsync(bot, bot.Operator, """
            <opml><body><outline text="New"><outline text="C" xmlUrl="https://c.example/f"/></outline><outline text="A" xmlUrl="https://a.example/f"/></body></opml>
            """);

        Assert.Equal((0, 2), (again.Added, again.Known));
        Assert.Equal(["Europe", "Europe/AC\\/DC", "New"], await FoldersAsync(bot, bot.Operator));
    }

    [Fact]
    public async Task A_chat_shows_where_a_source_is_kept()
    {
        await using TestBot bot = await TestBot.StartAsync(cancellationToken: Cancel);
        await ImportAsync(bot, bot.Operator, List);

        IReadOnlyList<Source> sources = await bot.Get<SourceManager>().ListAsync(bot.Operator, Cancel);

        Assert.Contains(
            TextLayout.Lay(new Reply.OfSources(sources), SampleReplies.In("en")), line => line.ToString().Contains("Folder: ", StringComparison.Ordinal) && line.ToString().Contains("Europe", StringComparison.Ordinal));
    }

    private static Task<OpmlImported> ImportAsync(TestBot bot, Space space, string list) =>
        bot.Get<SourceManager>().ImportOpmlAsync(space, "list", Encoding.UTF8.GetBytes(list), place: null, Cancel);

    private static async Task<IEnumerable<string?>> FoldersAsync(TestBot bot, Space space) =>
        (await bot.Get<SourceManager>().ListAsync(space, Cancel)).OrderBy(source => source.Location, StringComparer.Ordinal).Select(source => source.Folder);
}

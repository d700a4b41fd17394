using System.Text.Json;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.EndToEnd;

/// <summary>Sources from the terminal: a local feed and a local folder, with no network.</summary>
public sealed class SourcesTests : IDisposable
{
    private readonly BotTerminal _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_local_feed_is_added_listed_shown_paused_resumed_and_removed()
    {
        string feed = _bot.Folder.Write("feed.xml", Feeds.Rss("Island Radio", ("Storm closes the bridge", "The bridge was closed at noon.")));

        JsonElement added = (await _bot.RunAsync("sources", "add", feed, "--name", "Island Radio", "--json")).Json;
        JsonElement listed = await ListAsync();
        JsonElement shown = (await _bot.RunAsync("sources", "show", "Island Radio", "--json")).Json;
        JsonElement paused = (await _bot.RunAsync("sources", "pause", "Island Radio", "--json")).Json;
        JsonElement resumed = (await _bot.RunAsync("sources", "resume", "Island Radio", "--json")).Json;
        (await _bot.RunAsync("sources", "remove", "Island Radio")).Done();

        JsonShape.Matches(Contract.ShownSource, shown);
        foreach (JsonElement document in (JsonElement[])[added, listed, paused, resumed])
        {
            JsonShape.Matches(Contract.Sources, document);
            Assert.Equal("Island Radio", Only(document).GetProperty("name").GetString());
        }

        Assert.True(Only(added).GetProperty("shared").GetBoolean());
        Assert.True(Only(paused).GetProperty("paused").GetBoolean());
        Assert.False(Only(resumed).GetProperty("paused").GetBoolean());
        Assert.Equal(0, (await ListAsync()).GetProperty("items").GetArrayLength());
        Assert.Contains("There is no source “Island Radio” here", (await _bot.RunAsync("sources", "show", "Island Radio")).Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_set_for_a_source_is_shown_where_something_is_set()
    {
        string feed = _bot.Folder.Write("feed.xml", Feeds.Rss("Island Radio", ("Storm closes the bridge", "The bridge was closed at noon.")));
        (await _bot.RunAsync("sources", "add", feed, "--name", "Island Radio")).Done();
        Assert.DoesNotContain("Set", (await _bot.RunAsync("sources", "list")).Done(), StringComparison.Ordinal);

        JsonElement set = (await _bot.RunAsync("sources", "set", "Island Radio", "--tier", "Minor", "--quote-words", "40", "--json")).Json;

        Assert.Equal(("minor", 40), (Only(set).GetProperty("tier").GetString(), Only(set).GetProperty("quoteWords").GetInt32()));
        string listed = (await _bot.RunAsync("sources", "list")).Done();
        Assert.Contains("minor tier, at most 40 words of one article are quoted", listed, StringComparison.Ordinal);
        Assert.Contains("Set", listed, StringComparison.Ordinal);
        Assert.Equal("Island Radio: usual tier, any number of words is quoted.", (await _bot.RunAsync(
            "sources", "set", "Island Radio", "--tier", "usual", "--quote-words", "none")).Done().Trim());
        JsonShape.Matches(Contract.Sources, await ListAsync());
        foreach ((string[] given, string said) in ((string[], string)[])
            [(["--tier", "best"], "first, usual, minor"), (["--quote-words", "lots"], "from 0 to 1000, or none"), ([], "sources set SOURCE [--tier")])
        {
            Assert.Contains(said, (await _bot.RunAsync(["sources", "set", "Island Radio", .. given])).Failed(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Testing_a_source_shows_what_it_would_give_and_adds_nothing()
    {
        string feed = _bot.Folder.Write("feed.xml", Feeds.Rss("Island Radio", ("Storm closes the bridge", "The bridge was closed at noon.")));

        string shown = (await _bot.RunAsync("sources", "test", feed)).Done();

        Assert.Contains("Storm closes the bridge", shown, StringComparison.Ordinal);
        Assert.Equal(0, (await ListAsync()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_folder_is_a_source_and_a_missing_one_is_refused()
    {
        _bot.Folder.Write("news/one.txt", "One\n\nThe first article stands here.");
        _bot.Folder.Write("news/two.md", "# Two\n\nThe second article stands here.");

        (await _bot.RunAsync("sources", "add", _bot.Folder.In("news"))).Done();
        BotRun refused = await _bot.RunAsync("sources", "add", _bot.Folder.In("nothing"));

        Assert.Equal("folder", Only(await ListAsync()).GetProperty("kind").GetString());
        Assert.Contains("There is no such file or folder", refused.Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscription_lists_go_in_and_out_and_in_again()
    {
        string opml = _bot.Folder.Write("feeds.opml", """
            <opml version="2.0"><head><title>x</title></head><body>
              <outline text="World"><outline text="Agora &amp; Co" type="rss" xmlUrl="https://agora.example/feed?a=1&amp;b=2"/></outline>
              <outline text="Harbour" type="rss" xmlUrl="https://harbour.example/rss"/>
            </body></opml>
            """);
        string exported = _bot.Folder.In("out.opml");

        JsonElement first = (await _bot.RunAsync("sources", "import", opml, "--json")).Json;
        (await _bot.RunAsync("sources", "export", exported)).Done();
        JsonElement again = (await _bot.RunAsync("sources", "import", exported, "--json")).Json;

        JsonShape.Matches(Contract.ImportedSources, first);
        Assert.Equal((2, 0), (first.GetProperty("added").GetInt32(), first.GetProperty("known").GetInt32()));
        Assert.Equal((0, 2), (again.GetProperty("added").GetInt32(), again.GetProperty("known").GetInt32()));
        Assert.Contains("https://agora.example/feed?a=1&amp;b=2", await File.ReadAllTextAsync(exported, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("https://harbour.example/rss", (await _bot.RunAsync("sources", "export")).Done(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_space_sees_shared_sources_and_may_not_change_them()
    {
        string feed = _bot.Folder.Write("feed.xml", Feeds.Rss("Island Radio", ("Storm", "The bridge was closed at noon.")));
        (await _bot.RunAsync("sources", "add", feed, "--name", "Island Radio")).Done();

        BotRun seen = await _bot.RunAsync("sources", "list", "--space", "discord:1", "--json");
        BotRun removed = await _bot.RunAsync("sources", "remove", "Island Radio", "--space", "discord:1");
        BotRun added = await _bot.RunAsync("sources", "add", "/etc", "--space", "discord:1");

        Assert.Single(seen.Json.GetProperty("items").EnumerateArray());
        Assert.Contains("only the operator can change it", removed.Failed(), StringComparison.Ordinal);
        Assert.Contains("begins with https://", added.Failed(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> ListAsync() => (await _bot.RunAsync("sources", "list", "--json")).Json;

    private static JsonElement Only(JsonElement list) => Assert.Single(list.GetProperty("items").EnumerateArray());
}

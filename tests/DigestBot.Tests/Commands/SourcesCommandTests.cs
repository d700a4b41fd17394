using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.EndToEnd;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Reply = DigestBot.Commands.Reply;
using WebReply = DigestBot.Tests.Ingest.Fetching.Infrastructure.Reply;

namespace DigestBot.Tests.Commands;

/// <summary>What managers do with the sources of their own space.</summary>
public sealed class SourcesCommandTests : IAsyncLifetime
{
    private const string Key = "0a1b2c3d4e5f60718293";

    private LoopbackServer _server = null!;
    private TestBot _bot = null!;
    private ChatRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = LoopbackServer.Answering(request => request.Path.Contains("opml", StringComparison.Ordinal)
            ? WebReply.Ok(List(4))
            : WebReply.Ok(Feeds.Rss(request.Path.Contains("untitled", StringComparison.Ordinal) ? "" : "Island Radio", ("Ferry aground", "It ran aground."))));
        _bot = await TestBot.StartAsync("sqlite", Cancel, new("Fetch:AllowedHosts:0", _server.Host), new("Limits:SourcesPerSpace", "2"));
        _room = await ChatRoom.OpenAsync(_bot, Cancel);
    }

    [Fact]
    public async Task A_managers_source_is_their_own_spaces_and_no_others()
    {
        Reply added = await _room.SayAsync($"/sources add {_server.Address("/feed")}");

        Source source = Assert.IsType<Reply.OfNewSource>(added).Source;
        Assert.Equal(("Island Radio", false), (source.Name, source.Shared));
        Assert.Equal(["Island Radio"], Names(await _room.SayAsync("/sources")));
        Space other = await _bot.SpaceAsync("discord:2", Cancel);
        Assert.Empty(await _bot.Get<SourceStore>().ListAsync(other, Cancel));
    }

    [Fact]
    public async Task A_list_that_ships_with_the_program_is_followed_as_far_as_there_is_room()
    {
        var said = Assert.IsType<Reply.Plain>(await _room.FillInAsync("sources", ("action", "import"), ("address", "starter:europe")));

        Assert.Contains("2", said.Sentence, StringComparison.Ordinal);
        Assert.Equal(2, (await _bot.Get<SourceStore>().ListAsync(_room.Space, Cancel)).Count);
    }

    [Fact]
    public async Task It_is_tested_paused_resumed_and_removed_by_text_or_form()
    {
        string address = _server.Address("/feed").AbsoluteUri;
        Reply.OfSourceTest test = Assert.IsType<Reply.OfSourceTest>(await _room.FillInAsync("sources", ("action", "test"), ("address", address)));
        await _room.FillInAsync("sources", ("action", "add"), ("address", address));
        await _room.FillInAsync("sources", ("action", "pause"), ("source", "Island Radio"));
        Source paused = Assert.IsType<Reply.OfSource>(await _room.SayAsync("/sources show Island Radio")).Detail.Source;
        await _room.SayAsync("/sources resume Island Radio");
        Source resumed = Assert.Single(Listed(await _room.SayAsync("/sources list")));
        await _room.FillInAsync("sources", ("action", "remove"), ("source", "Island Radio"));

        Assert.Equal(("Island Radio", "Ferry aground"), (test.Test.Title, Assert.Single(test.Test.Articles).Article.Title));
        Assert.Equal((true, false), (paused.Paused, resumed.Paused));
        Assert.Empty(Listed(await _room.SayAsync("/sources")));
    }

    [Fact]
    public async Task Whoever_is_no_manager_lists_and_shows_only()
    {
        ChatRoom guest = _room with { IsManager = false };

        Assert.Equal("Only a manager can change sources; you can use list and show.", await guest.RefusedAsync($"/sources add {_server.Address("/feed")}"));
        Assert.Equal("Only a manager can change sources; you can use list and show.", await guest.RefusedAsync($"/sources test {_server.Address("/feed")}"));
        Assert.IsType<Reply.OfSources>(await guest.SayAsync("/sources list"));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task A_source_that_all_share_is_not_a_spaces_to_change()
    {
        await _bot.ImportAsync(_bot.Operator, "Wire", Cancel, Articles.Article("One", "One was read."));

        Assert.Contains("Wire", await _room.RefusedAsync("/sources pause Wire"), StringComparison.Ordinal);
        Assert.Contains("Wire", await _room.RefusedAsync("/sources remove Wire"), StringComparison.Ordinal);
        Assert.Equal(["Wire"], Names(await _room.SayAsync("/sources")));
    }

    [Fact]
    public async Task A_source_that_all_share_is_switched_off_in_one_space_and_on_again()
    {
        await _bot.ImportAsync(_bot.Operator, "Wire", Cancel, Articles.Article("Ferry aground", "The ferry ran aground on Sunday."));
        Space other = await _bot.SpaceAsync("discord:2", Cancel);

        Reply off = await _room.SayAsync("/sources off Wire");

        Assert.Contains("switched off here", Assert.IsType<Reply.Plain>(off).Sentence, StringComparison.Ordinal);
        Assert.Empty((await _bot.DigestAsync(_room.Space, "ferry", Cancel)).Stories);
        Assert.Empty(Assert.IsType<Reply.OfSearch>(await _room.SayAsync("/search ferry")).Hits);
        Assert.False((await _bot.AskAsync(_room.Space, "Where did the ferry run aground?", Cancel)).Answered);
        Assert.Single((await _bot.DigestAsync(other, "ferry", Cancel)).Stories);
        Assert.True(Assert.Single(Listed(await _room.SayAsync("/sources"))).Hidden);
        Assert.Equal(0, (await _bot.DigestAsync(_room.Space, "ferry", Cancel)).Coverage.Sources);

        await _room.SayAsync("/sources on Wire");

        Assert.Single((await _bot.DigestAsync(_room.Space, "ferry", Cancel)).Stories);
        Assert.Contains("cannot be switched", await (_room with { Space = _bot.Operator }).RefusedAsync("/sources off Wire"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task What_a_space_has_switched_off_makes_its_scheduled_digests_others(string provider)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        await bot.ImportAsync(bot.Operator, "Wire", Cancel, Articles.Article("Ferry aground", "The ferry ran aground on Sunday."));
        Space[] spaces = [await bot.SpaceAsync("discord:1", Cancel), await bot.SpaceAsync("discord:2", Cancel), await bot.SpaceAsync("discord:3", Cancel)];
        Source wire = Assert.Single(await bot.Get<SourceStore>().ListAsync(spaces[0], Cancel));
        Assert.True(await bot.Get<HiddenSourceStore>().HideAsync(spaces[0], wire, Cancel));

        IReadOnlyDictionary<long, string> outlooks = await bot.Get<SpaceStore>().OutlooksAsync([.. spaces.Select(space => space.Id)], Cancel);

        Assert.NotEqual(outlooks[spaces[0].Id], outlooks[spaces[1].Id]);
        Assert.Equal(outlooks[spaces[1].Id], outlooks[spaces[2].Id]);
        Assert.Equal(0, await CountAsync(spaces[0]));
        Assert.Equal(1, await CountAsync(spaces[1]));
        await bot.Get<SourceStore>().AddAsync(spaces[0], new NewSource(wire.Key, SourceKind.Import, "Wire", null, null), Cancel);
        Assert.Equal(1, await CountAsync(spaces[0]));
        Assert.False(await bot.Get<HiddenSourceStore>().HideAsync(spaces[0], wire, Cancel));

        Task<long> CountAsync(Space space) => bot.Get<ArticleStore>().CountAllAsync(space, Cancel);
    }

    [Fact]
    public async Task The_place_where_it_is_added_is_kept_and_what_its_first_check_will_be_is_told()
    {
        await _room.SayAsync($"/sources add {_server.Address("/feed")}");

        var shown = Assert.IsType<Reply.OfSource>(await _room.SayAsync("/sources show Island Radio"));

        Assert.Equal(ChatRoom.Channel, shown.Detail.Origin!.Place);
        Assert.Contains("Next check: soon", _room.Print(shown), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Sources of its own that a space may have: 2 (the operator sets Limits:SourcesPerSpace); remove one first.")]
    [InlineData("fr", "Sources propres permises par espace\u00a0: 2 (réglage de l’opérateur\u00a0: Limits:SourcesPerSpace)\u00a0; supprimez-en une d’abord.")]
    public async Task Beyond_the_limit_the_refusal_is_in_the_readers_language(string language, string said)
    {
        await _room.SayAsync($"/sources add {_server.Address("/1")}");
        await _room.SayAsync($"/sources add {_server.Address("/2")}");

        Assert.Equal(said, await (_room with { Language = language }).RefusedAsync($"/sources add {_server.Address("/3")}"));
        Assert.IsType<Reply.OfNewSource>(await _room.SayAsync($"/sources add {_server.Address("/2")}"));
    }

    [Fact]
    public async Task A_list_is_followed_as_far_as_there_is_room()
    {
        string said = Assert.IsType<Reply.Plain>(await _room.FillInAsync(
            "sources", ("action", "import"), ("address", _server.Address("/opml").AbsoluteUri))).Sentence;

        Assert.Contains("may have: 2", said, StringComparison.Ordinal);
        Assert.Equal(2, Listed(await _room.SayAsync("/sources")).Count);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("test")]
    [InlineData("import")]
    public async Task No_file_of_this_machine_is_read_for_a_chat(string action) => Assert.Equal(
        "Give an address that begins with https://.", await _room.RefusedAsync($"/sources {action} /etc/passwd"));

    [Fact]
    public async Task Keys_in_addresses_are_shown_in_no_reply()
    {
        string address = $"http://ann:{Key}@{_server.Host}/untitled?token={Key}";
        Reply[] replies =
        [
            await _room.SayAsync($"/sources test {address}"),
            await _room.SayAsync($"/sources add {address}"),
            await _room.SayAsync("/sources list"),
            await _room.SayAsync($"/sources show {address}"),
            await _room.SayAsync($"/sources show {address}x"),
            await _room.SayAsync($"/sources add {address.Replace(_server.Host, "127.0.0.1:1", StringComparison.Ordinal)}"),
            await _room.SayAsync($"/sources import {address}"),
            await _room.SayAsync($"/sources pause {address}"),
            await _room.SayAsync($"/sources remove {address}"),
        ];

        Assert.All(replies, reply => Assert.DoesNotContain(Key, _room.Print(reply), StringComparison.Ordinal));
        Assert.Contains(_server.Requests, request => request.Path.Contains(Key, StringComparison.Ordinal));
        Assert.DoesNotContain(Key, Assert.IsType<Reply.OfNewSource>(replies[1]).Source.Name, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string List(int feeds) => $"""
        <opml version="2.0"><body>
        {string.Join('\n', Enumerable.Range(1, feeds).Select(i => $"""<outline text="Feed {i}" xmlUrl="https://news.example/{i}.xml"/>"""))}
        </body></opml>
        """;

    private static IReadOnlyList<Source> Listed(Reply reply) => Assert.IsType<Reply.OfSources>(reply).Sources;

    private static IEnumerable<string> Names(Reply reply) => Listed(reply).Select(source => source.Name);
}

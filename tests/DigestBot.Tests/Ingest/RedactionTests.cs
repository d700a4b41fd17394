using System.Collections.Concurrent;
using DigestBot.Adapters;
using DigestBot.Chat;
using DigestBot.Cli;
using DigestBot.Digests;
using DigestBot.Ingest;
using DigestBot.Ingest.Fetching;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Cli;
using DigestBot.Tests.Commands.Schedules;
using DigestBot.Tests.EndToEnd;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reply = DigestBot.Commands.Reply;
using WebReply = DigestBot.Tests.Ingest.Fetching.Infrastructure.Reply;

namespace DigestBot.Tests.Ingest;

/// <summary>What is secret in the address of a source leaves the program only where it is asked, and where its list is exported.</summary>
public sealed class RedactionTests : IAsyncLifetime
{
    private const string Secret = "zqSwordf1shqz";

    private readonly HeardLog _log = new();
    private LoopbackServer _server = null!;
    private TestBot _bot = null!;
    private ChatRoom _room = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = LoopbackServer.Answering(Answer);
        _bot = await TestBot.StartAsync(
            "sqlite",
            services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log)),
            Cancel,
            new KeyValuePair<string, string?>("Fetch:AllowedHosts:0", _server.Host));
        _room = await ChatRoom.OpenAsync(_bot, Cancel);
    }

    [Fact]
    public async Task No_command_at_a_terminal_or_in_a_chat_no_log_and_no_digest_shows_it()
    {
        string[] addresses = [Address("/moved"), Address("/page"), Address("/untitled"), Address("/gone")];
        var said = new List<string>();
        foreach (string address in addresses)
        {
            said.AddRange(await TypedAsync(["ingest", address, "--json"], ["sources", "test", address, "--json"], ["sources", "add", address], ["sources", "show", address, "--json"]));
            said.AddRange(await WrittenAsync($"/sources test {address}", $"/sources add {address}", $"/sources show {address}"));
        }

        await FollowAsync([.. addresses, Address("/fails")]);
        await PollAsync(rounds: 2);
        said.AddRange(await TypedAsync(["sources", "list"], ["sources", "list", "--json"], ["status", "--json"], ["doctor"], ["digest", "--json"], ["sources", "import", await ListAsync(addresses)]));
        said.AddRange(await WrittenAsync("/sources", "/status", "/search aground", $"/sources import {Address("/opml")}", $"/sources import {Address("/gone")}"));
        foreach (string address in addresses.Take(2))
        {
            said.AddRange(await TypedAsync(["sources", "set", address, "--tier", "first"], ["sources", "pause", address], ["sources", "remove", address], ["sources", "show", address]));
            said.AddRange(await WrittenAsync($"/sources set {address} tier:minor quote-words:40", $"/sources off {address}", $"/sources pause {address}", $"/sources remove {address}", $"/sources show {address}"));
        }

        said.AddRange(_log.Lines);
        said.AddRange(await DigestsAsync());
        Findings.None(said.Where(text => text.Contains(Secret, StringComparison.OrdinalIgnoreCase)).Select(text => $"It shows the secret: {text}"));
        Assert.Contains(_server.Requests, request => request.Path.Contains(Secret, StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains("token=…", StringComparison.Ordinal));
        Assert.Contains(_log.Lines, line => line.Contains("Polled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_a_list_that_is_exported_has_it_so_that_it_can_be_followed_elsewhere()
    {
        await FollowAsync([Address("/feed")]);

        string exported = Assert.Single(await TypedAsync(["sources", "export"]), text => text.Contains("<opml", StringComparison.Ordinal));

        Assert.Contains($"token={Secret}", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_found_by_its_address_as_lists_show_it()
    {
        await FollowAsync([Address("/feed")]);
        Source source = Assert.Single(await _bot.Get<SourceManager>().ListAsync(_bot.Operator, Cancel));

        Source? found = await _bot.Get<SourceManager>().FindAsync(_bot.Operator, FeedAddress.Shown(source.Location!), Cancel);

        Assert.Equal(source.Id, found?.Id);
        Assert.Null(await _bot.Get<SourceManager>().FindAsync(_bot.Operator, "…", Cancel));
    }

    [Fact]
    public void Records_do_not_print_it()
    {
        string address = Address("/feed");
        object[] records =
        [
            new NewSource("key", SourceKind.Feed, "Feed", address, null),
            new SourceReading.Found(SourceKind.Feed, address, null, [], []),
            new Hop(301, new Uri(address)),
            new FetchRequest(new Uri(address), FetchKind.Feed),
            new Source { Id = 1, Key = "key", Kind = SourceKind.Feed, Name = "Feed", Location = address, Shared = true, Paused = false, Failures = 0, Articles = 0 },
        ];

        Assert.All(records, record => Assert.DoesNotContain(Secret, record.ToString(), StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _server.DisposeAsync();
    }

    private string Address(string path) => $"http://ann:{Secret}@{_server.Host}{path}?token={Secret}&{Secret}";

    private byte[] Answer(LoopbackRequest request) => new Uri(_server.Address("/"), request.Path).AbsolutePath switch
    {
        "/feed" => WebReply.Ok(Feeds.Rss("Island Radio", TestBot.Begin.AddHours(-2), ("Ferry aground", "The ferry ran aground off the island on Sunday."))),
        "/untitled" => WebReply.Ok("<rss><channel><item><title>The ferry Aurora</title><description>The ferry Aurora sank.</description></item><item/></channel></rss>"),
        "/moved" => WebReply.Redirect($"/feed?session={Secret}", "301 Moved Permanently"),
        "/page" => WebReply.Ok($"<html><head><title>Ferry</title></head><body><article><p>{string.Concat(Enumerable.Repeat("The ferry is aground. ", 20))}</p></article></body></html>"),
        "/opml" => WebReply.Ok($"""<opml version="2.0"><body><outline text="http://x:{Secret}@list.example/?k={Secret}" xmlUrl="{Address("/listed").Replace("&", "&amp;", StringComparison.Ordinal)}"/></body></opml>"""),
        "/gone" => WebReply.Status("410 Gone"),
        "/fails" => WebReply.Status("500 Internal Server Error"),
        _ => WebReply.Status("404 Not Found"),
    };

    private async Task<string> ListAsync(string[] addresses)
    {
        string path = Path.Combine(_bot.Folder, "list.opml");
        string outlines = string.Concat(addresses.Select(address => $"""<outline text="{System.Net.WebUtility.HtmlEncode(address)}" xmlUrl="{System.Net.WebUtility.HtmlEncode(address)}x"/>"""));
        await File.WriteAllTextAsync(path, $"""<opml version="2.0"><body>{outlines}<outline text="https://x:{Secret}@bad" xmlUrl="ftp://ann:{Secret}@x/"/></body></opml>""", Cancel);
        return path;
    }

    private async Task FollowAsync(string[] addresses)
    {
        foreach (string address in addresses)
        {
            var source = new NewSource(SourceKeys.Location(address), SourceKind.Feed, FeedAddress.Shown(address), address, _bot.Clock.GetUtcNow());
            await _bot.Get<SourceStore>().AddAsync(_bot.Operator, source, Cancel);
            await _bot.Get<SourceStore>().AddAsync(_room.Space, source, Cancel);
        }
    }

    private async Task PollAsync(int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            await _bot.Get<PollRound>().RunAsync(Cancel);
            _bot.Clock.Advance(TimeSpan.FromHours(9));
        }
    }

    private async Task<IEnumerable<string>> DigestsAsync()
    {
        Digest digest = await _bot.DigestAsync(_room.Space, null, Cancel, TimeSpan.FromDays(30));
        var reader = Reader.In(Phrases.English, "Etc/UTC", _bot.Clock);
        return [HtmlLayout.Render(digest, reader), MarkdownLayout.Render(digest, reader), _room.Print(new Reply.OfDigest(digest))];
    }

    private async Task<IReadOnlyList<string>> TypedAsync(params string[][] commands)
    {
        var said = new List<string>();
        foreach (string[] command in commands)
        {
            var terminal = new FakeTerminal();
            await DigestBotCli.RunAsync(command, new FakeHost { Session = new SessionOf(_bot) }, terminal, _bot.Clock, Cancel);
            said.AddRange([terminal.Printed, terminal.Complained]);
        }

        return said;
    }

    private async Task<IReadOnlyList<string>> WrittenAsync(params string[] lines)
    {
        var said = new List<string>();
        foreach (string line in lines)
        {
            said.Add(_room.Print(await _room.SayAsync(line)));
        }

        return said;
    }

    private sealed class SessionOf(TestBot bot) : ITerminalSession
    {
        public Space Space => bot.Operator;

        public string? Language => null;

        public bool UsesSamples => false;

        public T Get<T>()
            where T : notnull => bot.Get<T>();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>Everything that is logged, at every level.</summary>
    private sealed class HeardLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyList<string> Lines => [.. _lines];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

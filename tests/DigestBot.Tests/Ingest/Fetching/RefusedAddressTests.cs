using System.Net;
using System.Text;
using DigestBot.Ingest;
using DigestBot.Ingest.Fetching;
using DigestBot.Ingest.Reading;
using DigestBot.News;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;

namespace DigestBot.Tests.Ingest.Fetching;

/// <summary>Whoever names an address of somebody's network, in whatever form: nothing is connected to, and the rule is told.</summary>
public sealed class RefusedAddressTests
{
    private const string Public = "93.184.216.34";

    private static readonly KeyValuePair<string, string>[] Secret = [new("hub.secret", "secret")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(HostileAddresses.Table), MemberType = typeof(HostileAddresses))]
    public async Task Nobody_who_adds_or_tests_it_and_no_poll_of_it_gets_an_answer(string address, string rule)
    {
        foreach (Func<SourceReader, Task<SourceReading>> way in Ways(address))
        {
            await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok("secret"));
            (SourceReading reading, RecordingDialer dialer) = await ReadAsync(server, way);

            Assert.Contains(rule, Assert.IsType<SourceReading.Failed>(reading).Why, StringComparison.Ordinal);
            Assert.Empty(dialer.Called);
        }
    }

    [Theory]
    [MemberData(nameof(HostileAddresses.Table), MemberType = typeof(HostileAddresses))]
    public async Task No_redirect_leads_there(string address, string rule)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Redirect(InAscii(address)), Reply.Ok("secret"));
        (SourceReading reading, RecordingDialer dialer) = await ReadAsync(
            server, reader => reader.LookAsync("http://news.example/", discover: true, Cancel));

        string why = Assert.IsType<SourceReading.Failed>(reading).Why;
        Assert.True(why.Contains(rule, StringComparison.Ordinal) || why.Contains("with credentials", StringComparison.Ordinal), why);
        Assert.Equal([Public], dialer.Called);
    }

    [Theory]
    [MemberData(nameof(HostileAddresses.Table), MemberType = typeof(HostileAddresses))]
    public async Task No_robots_txt_leads_there(string address, string rule)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Redirect(InAscii(address)), Reply.Ok("secret"));
        (SourceReading reading, RecordingDialer dialer) = await ReadAsync(
            server, reader => reader.PollAsync(At("http://news.example/page", SourceKind.Page), Cancel));

        string why = Assert.IsType<SourceReading.Failed>(reading).Why;
        Assert.True(why.Contains(rule, StringComparison.Ordinal) || why.Contains("with credentials", StringComparison.Ordinal), why);
        Assert.Equal([Public], dialer.Called);
    }

    [Theory]
    [MemberData(nameof(HostileAddresses.Table), MemberType = typeof(HostileAddresses))]
    public async Task No_page_that_calls_it_its_feed_leads_there(string address, string rule)
    {
        string page = $"<!doctype html><title>News</title><link rel=alternate type=application/rss+xml href='{WebUtility.HtmlEncode(address)}'>";
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok(page), Reply.Ok("secret"));
        (SourceReading reading, RecordingDialer dialer) = await ReadAsync(
            server, reader => reader.LookAsync("http://news.example/", discover: true, Cancel));

        Assert.Contains(rule, Assert.IsType<SourceReading.Failed>(reading).Why, StringComparison.Ordinal);
        Assert.Equal([Public], dialer.Called);
    }

    [Theory]
    [MemberData(nameof(HostileAddresses.Malformed), MemberType = typeof(HostileAddresses))]
    public async Task What_only_other_clients_take_for_an_address_leads_nowhere(string address)
    {
        string page = $"<!doctype html><title>News</title><link rel=alternate type=application/rss+xml href='{WebUtility.HtmlEncode(address)}'>";
        foreach (byte[] answer in (byte[][])[Reply.Redirect(address), Reply.Ok(page)])
        {
            await using LoopbackServer server = LoopbackServer.Answering(answer, Reply.Ok("secret"));
            (SourceReading reading, RecordingDialer dialer) = await ReadAsync(
                server, reader => reader.LookAsync("http://news.example/", discover: true, Cancel));

            Assert.IsType<SourceReading.Failed>(reading);
            Assert.All(dialer.Called, called => Assert.Equal(Public, called));
        }

        foreach (Func<SourceReader, Task<SourceReading>> way in Ways(address))
        {
            await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok("secret"));
            (SourceReading reading, RecordingDialer dialer) = await ReadAsync(server, way);

            Assert.IsType<SourceReading.Failed>(reading);
            Assert.Empty(dialer.Called);
        }
    }

    [Theory]
    [MemberData(nameof(HostileAddresses.Table), MemberType = typeof(HostileAddresses))]
    public async Task No_hub_that_a_feed_names_leads_there(string address, string rule)
    {
        string feed = $"<feed xmlns='http://www.w3.org/2005/Atom'><link rel='hub' href='{WebUtility.HtmlEncode(address)}'/></feed>";
        Uri hub = Assert.Single(FeedReader.Read(feed, new Uri("http://news.example/feed")).Hubs.Hubs);
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status("202 Accepted"));
        var dialer = new RecordingDialer(server);
        await using var fetcher = new TestFetcher(resolver: new NameTable(HostileAddresses.Names), dialer: dialer);

        FormOutcome outcome = await fetcher.Forms.SendAsync(hub, Secret, Cancel);

        Assert.Contains(rule, outcome.Problem, StringComparison.Ordinal);
        Assert.Empty(dialer.Called);
    }

    [Theory]
    [MemberData(nameof(HostileAddresses.Table), MemberType = typeof(HostileAddresses))]
    public async Task No_redirect_of_a_hub_leads_there(string address, string rule)
    {
        await using LoopbackServer server = LoopbackServer.Answering(
            Reply.Redirect(InAscii(address), "307 Temporary Redirect"), Reply.Status("202 Accepted"));
        var dialer = new RecordingDialer(server);
        await using var fetcher = new TestFetcher(
            new FetchOptions { AllowedHosts = ["news.example:80"] }, resolver: new NameTable(HostileAddresses.Names), dialer: dialer);

        FormOutcome outcome = await fetcher.Forms.SendAsync(new Uri("http://news.example/hub"), Secret, Cancel);

        string why = outcome.Problem ?? "";
        Assert.True(why.Contains(rule, StringComparison.Ordinal) || why.Contains("with credentials", StringComparison.Ordinal), why);
        Assert.Equal([Public], dialer.Called);
    }

    [Fact]
    public async Task A_hub_whose_name_turns_private_between_two_requests_is_refused_at_the_second()
    {
        await using LoopbackServer server = LoopbackServer.Answering(
            Reply.Redirect("http://rebind.example/again", "308 Permanent Redirect"), Reply.Status("202 Accepted"));
        var dialer = new RecordingDialer(server);
        await using var fetcher = new TestFetcher(
            new FetchOptions { AllowedHosts = ["first.example"] }, resolver: new ScriptedResolver([Public], ["10.0.0.1"]), dialer: dialer);

        FormOutcome outcome = await fetcher.Forms.SendAsync(new Uri("http://first.example/hub"), Secret, Cancel);

        Assert.Contains("private network", outcome.Problem, StringComparison.Ordinal);
        Assert.Equal([Public], dialer.Called);
    }

    [Fact]
    public async Task A_name_that_turns_private_after_robots_txt_was_read_is_refused_for_the_page()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Status("404 Not Found"), Reply.Ok("<html>secret"));
        (SourceReading reading, RecordingDialer dialer) = await ReadAsync(
            server,
            reader => reader.PollAsync(At("http://rebind.example/page", SourceKind.Page), Cancel),
            new ScriptedResolver([Public], ["10.0.0.1"]));

        Assert.Contains("private network", Assert.IsType<SourceReading.Failed>(reading).Why, StringComparison.Ordinal);
        Assert.Equal([Public], dialer.Called);
    }

    [Fact]
    public async Task A_name_that_turns_private_after_its_page_named_a_feed_is_refused_for_the_feed()
    {
        await using LoopbackServer server = LoopbackServer.Answering(
            Reply.Ok("<!doctype html><link rel=alternate type=application/rss+xml href=/feed>"), Reply.Ok("secret"));
        (SourceReading reading, RecordingDialer dialer) = await ReadAsync(
            server,
            reader => reader.LookAsync("http://rebind.example/", discover: true, Cancel),
            new ScriptedResolver([Public], ["::ffff:127.0.0.1"]));

        Assert.Contains("IPv4-mapped", Assert.IsType<SourceReading.Failed>(reading).Why, StringComparison.Ordinal);
        Assert.Equal([Public], dialer.Called);
    }

    [Fact]
    public async Task A_feed_whose_name_turns_private_between_two_polls_is_refused_at_the_second()
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok("<rss version='2.0'><channel><title>A</title></channel></rss>"), Reply.Ok("secret"));
        (SourceReading reading, RecordingDialer dialer) = await ReadAsync(
            server,
            async reader =>
            {
                Assert.IsType<SourceReading.Found>(await reader.PollAsync(At("http://rebind.example/", SourceKind.Feed), Cancel));
                return await reader.PollAsync(At("http://rebind.example/", SourceKind.Feed), Cancel);
            },
            new ScriptedResolver([Public], ["169.254.169.254"]));

        Assert.Contains("cloud metadata", Assert.IsType<SourceReading.Failed>(reading).Why, StringComparison.Ordinal);
        Assert.Equal([Public], dialer.Called);
    }

    [Theory]
    [InlineData("http://localhost/", "localhost")]
    [InlineData("http://news.example:25/", "news.example:25")]
    [InlineData("http://printer.local:631/", "printer.local")]
    public async Task What_the_operator_allows_is_asked_under_such_names_and_ports_too(string address, string allowed)
    {
        await using LoopbackServer server = LoopbackServer.Answering(Reply.Ok());
        await using var fetcher = new TestFetcher(
            new FetchOptions { AllowedHosts = [allowed] }, resolver: new NameTable(HostileAddresses.Names), dialer: new RecordingDialer(server));

        Assert.IsType<FetchOutcome.Fetched>(await fetcher.FetchAsync(new Uri(address)));
    }

    private static IEnumerable<Func<SourceReader, Task<SourceReading>>> Ways(string address)
    {
        yield return reader => reader.LookAsync(address, discover: true, Cancel);
        yield return reader => reader.PollAsync(At(address, SourceKind.Feed), Cancel);
        yield return reader => reader.PollAsync(At(address, SourceKind.Page), Cancel);
    }

    // A header can hold no other.
    private static string InAscii(string address) =>
        Ascii.IsValid(address) ? address : new UriBuilder(address) { Host = new Uri(address).IdnHost }.Uri.AbsoluteUri;

    private static async Task<(SourceReading Reading, RecordingDialer Dialer)> ReadAsync(
        LoopbackServer server, Func<SourceReader, Task<SourceReading>> read, IHostResolver? resolver = null)
    {
        var dialer = new RecordingDialer(server);
        await using var fetcher = new TestFetcher(resolver: resolver ?? new NameTable(HostileAddresses.Names), dialer: dialer);
        return (await read(fetcher.Reader()), dialer);
    }

    private static Source At(string location, SourceKind kind) => new()
    {
        Id = 1,
        Key = location,
        Kind = kind,
        Name = "A",
        Location = location,
        Shared = true,
        Paused = false,
        Failures = 0,
        Articles = 0,
    };
}

using System.Net;
using System.Net.Sockets;
using Dapper;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using Microsoft.Data.Sqlite;

namespace DigestBot.Tests.EndToEnd;

/// <summary>The worker as a supervisor runs it.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_polls_what_is_due_answers_health_checks_and_ends_when_told(string signal)
    {
        await using LoopbackServer feed = LoopbackServer.Answering(request => request.Path == "/good"
            ? Reply.Ok(Feeds.Rss("Loopback News", ("Harbour reopens", "The harbour of Vesterby reopened on Monday.")), "Content-Type: application/rss+xml")
            : Reply.Status("500 Internal Server Error"));
        string opml = _folder.Write("feeds.opml", $"""
            <opml version="2.0"><body>
              <outline text="Bad" type="rss" xmlUrl="{feed.Address("/bad")}"/><outline text="Good" type="rss" xmlUrl="{feed.Address("/good")}"/>
            </body></opml>
            """);
        int port = FreePort.Next();
        (string, string)[] settings = [("Fetch__AllowedHosts__0", feed.Host), ("Web__Address", $"http://127.0.0.1:{port}")];
        (await BotProcess.RunAsync(_folder, settings, "sources", "import", opml, "--data", _folder.Data)).Done();

        await using BotProcess worker = BotProcess.Start(_folder, settings, "serve", "--data", _folder.Data);
        await Eventually.TrueAsync(() => AnswersAsync(port, "/health/ready"), "the worker is ready");
        bool isLive = await AnswersAsync(port, "/health/live");
        await Eventually.TrueAsync(
            async () =>
            {
                await using SqliteConnection store = _folder.Open();
                return await store.ExecuteScalarAsync<long>("SELECT count(*) FROM article") == 1
                    && await store.ExecuteScalarAsync<long>("SELECT count(*) FROM source WHERE failures = 1") == 1;
            },
            "the good source was read although the bad one failed");
        await worker.SignalAsync(signal);
        BotRun run = await worker.EndAsync();

        Assert.True(isLive);
        Assert.Contains("DigestBot is running.", run.Done(), StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{port}/health/ready", run.Out, StringComparison.Ordinal);
        await using SqliteConnection after = _folder.Open();
        await StoreAudit.IsSoundAsync(after);
    }

    [Fact]
    public async Task It_is_alive_but_not_ready_while_its_database_is_gone()
    {
        PostgresServer server = await PostgresServer.StartedAsync(TestContext.Current.CancellationToken);
        string connection = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        int port = FreePort.Next();
        await using BotProcess worker = BotProcess.Start(
            _folder,
            [("Store__Provider", "postgresql"), ("Store__ConnectionString", connection), ("Web__Address", $"http://127.0.0.1:{port}")],
            "serve");
        await Eventually.TrueAsync(() => AnswersAsync(port, "/health/ready"), "the worker is ready");

        await server.DropDatabaseAsync(connection, TestContext.Current.CancellationToken);
        await Eventually.TrueAsync(
            () => AnswersAsync(port, "/health/ready", HttpStatusCode.ServiceUnavailable), "the worker is no longer ready");
        bool isLive = await AnswersAsync(port, "/health/live");
        await worker.SignalAsync("TERM");
        BotRun run = await worker.EndAsync();

        Assert.True(isLive);
        run.Done();
    }

    [Fact]
    public async Task An_address_that_is_taken_is_one_clear_failure()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        BotRun run = await BotProcess.RunAsync(_folder, [("Web__Address", address)], "serve", "--data", _folder.Data);

        Assert.Equal(1, run.Exit);
        Assert.Contains(address, run.Failed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_opened_is_one_clear_failure()
    {
        _folder.Write("data", "not a folder");

        BotRun run = await BotProcess.RunAsync(_folder, "serve", "--data", _folder.Data);

        Assert.Contains(_folder.Data, run.Failed(), StringComparison.Ordinal);
    }

    private static async Task<bool> AnswersAsync(int port, string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var client = new HttpClient();
        try
        {
            HttpResponseMessage answer = await client.GetAsync(
                new Uri($"http://127.0.0.1:{port}{path}"), TestContext.Current.CancellationToken);
            return answer.StatusCode == status;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Dapper;
using DigestBot.Tests.Infrastructure;
using DigestBot.Tests.Ingest.Fetching.Infrastructure;
using DigestBot.Tests.Ingest.WebSub;
using Microsoft.Data.Sqlite;

namespace DigestBot.Tests.EndToEnd;

/// <summary>The program as it is run, and a hub that confirms and tells of news over HTTP.</summary>
public sealed class WebSubTests : IDisposable
{
    private const string Topic = "https://news.example/feed";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("<feed>never read</feed>");

    private readonly DataFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly int _port = FreePort();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Own => $"http://127.0.0.1:{_port}";

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_hub_is_asked_confirmed_and_believed_only_with_its_signature()
    {
        var asked = new TaskCompletionSource<Dictionary<string, string>>();
        await using LoopbackServer publisher = LoopbackServer.Serving((request, stream, cancel) => ServeAsync(request, stream, asked, cancel));
        (string, string)[] settings =
        [
            ("Fetch__AllowedHosts__0", publisher.Host), ("Web__Address", Own), ("WebSub__PublicUrl", Own), ("Ingest__LookInterval", "00:00:01"),
        ];
        (await BotProcess.RunAsync(_folder, settings, "sources", "add", publisher.Address("/feed").AbsoluteUri, "--data", _folder.Data)).Done();
        await using BotProcess bot = BotProcess.Start(_folder, settings, "serve", "--data", _folder.Data);

        Dictionary<string, string> form = await asked.Task.WaitAsync(TimeSpan.FromMinutes(2), Cancel);
        string callback = form["hub.callback"];
        Assert.StartsWith($"{Own}/websub/", callback, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync(callback, "unsubscribe", "x")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync($"{Own}/websub/{new string('0', 64)}", "subscribe", "x")).StatusCode);
        HttpResponseMessage confirmed = await ConfirmAsync(callback, "subscribe", "<b>&+ 1");
        Assert.Equal((HttpStatusCode.OK, "<b>&+ 1"), (confirmed.StatusCode, await confirmed.Content.ReadAsStringAsync(Cancel)));
        Assert.Equal("text/plain", confirmed.Content.Headers.ContentType?.MediaType);
        Assert.Contains("nosniff", confirmed.Headers.GetValues("X-Content-Type-Options"));

        Assert.Equal(HttpStatusCode.Accepted, await PingAsync(callback, "another secret"));
        Assert.Equal(0, await CountAsync("SELECT pings FROM hub_subscription"));
        Assert.Equal(HttpStatusCode.Gone, await PingAsync($"{Own}/websub/{new string('0', 64)}", form["hub.secret"]));
        Assert.Equal(HttpStatusCode.Accepted, await PingAsync(callback, form["hub.secret"]));
        Assert.Equal(1, await CountAsync("SELECT pings FROM hub_subscription"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM source WHERE next_why = 'Told' AND next_check <= last_check + 300000"));

        string shown = (await BotProcess.RunAsync(_folder, settings, "sources", "show", "1", "--data", _folder.Data)).Done();
        string json = (await BotProcess.RunAsync(_folder, settings, "sources", "show", "1", "--json", "--data", _folder.Data)).Done();
        Assert.Contains($"Its hub {publisher.Address("/hub")} tells of news since", shown, StringComparison.Ordinal);
        Assert.Contains("\"hub\"", json, StringComparison.Ordinal);
        await bot.SignalAsync("TERM");
        BotRun run = await bot.EndAsync();
        run.Done();
        foreach (string secret in (string[])[form["hub.secret"], callback.Split('/')[^1]])
        {
            Assert.All([shown, json, run.Out, run.Error], text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Without_a_public_address_nobody_answers_there()
    {
        await using BotProcess bot = BotProcess.Start(_folder, [("Web__Address", Own)], "serve", "--data", _folder.Data);
        await Eventually.TrueAsync(IsReadyAsync, "the worker is ready");

        Assert.Equal(HttpStatusCode.NotFound, await PingAsync($"{Own}/websub/{new string('0', 64)}", "secret"));
    }

    private static async Task ServeAsync(
        LoopbackRequest request, Stream stream, TaskCompletionSource<Dictionary<string, string>> asked, CancellationToken cancel)
    {
        if (request.Path == "/feed")
        {
            await stream.WriteAsync(
                Reply.Ok(
                    Feeds.Rss("Loopback News", ("Harbour reopens", "The harbour of Vesterby reopened on Monday.")),
                    $"Link: <http://{request["Host"]}/hub>; rel=hub, <{Topic}>; rel=self"),
                cancel);
            return;
        }

        byte[] body = new byte[int.Parse(request["Content-Length"]!, System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancel);
        await stream.WriteAsync(Reply.Status("202 Accepted"), cancel);
        asked.TrySetResult(Encoding.UTF8.GetString(body).Split('&').Select(pair => pair.Split('='))
            .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal));
    }

    private Task<HttpResponseMessage> ConfirmAsync(string callback, string mode, string challenge) => _http.GetAsync(
        new Uri($"{callback}?hub.mode={mode}&hub.topic={Uri.EscapeDataString(Topic)}&hub.challenge={Uri.EscapeDataString(challenge)}&hub.lease_seconds=864000"),
        Cancel);

    private async Task<HttpStatusCode> PingAsync(string callback, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(callback)) { Content = new ByteArrayContent(Body) };
        request.Headers.Add("X-Hub-Signature", $"sha512={HubSignatureTests.Sign("sha512", secret, Body)}");
        using HttpResponseMessage answer = await _http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using HttpResponseMessage answer = await _http.GetAsync(new Uri($"{Own}/health/ready"), Cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private async Task<long> CountAsync(string sql)
    {
        await using SqliteConnection store = _folder.Open();
        return await store.ExecuteScalarAsync<long>(sql);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

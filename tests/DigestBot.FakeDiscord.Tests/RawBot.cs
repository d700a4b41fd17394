using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace DigestBot.FakeDiscord.Tests;

/// <summary>A bot without any client: writes requests and frames as they are given.</summary>
internal sealed class RawBot : IDisposable
{
    private readonly HttpClient _http;
    private readonly FakeDiscordServer _server;

    public RawBot(FakeDiscordServer server, string? token = null)
    {
        _server = server;
        _http = new HttpClient { BaseAddress = new Uri(server.Api + "/v10/") };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1)");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", token ?? server.Options.Token);
    }

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public async Task<RawReply> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        bool isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        var headers = response.Headers.ToDictionary(header => header.Key, header => header.Value.First());
        return new RawReply(response.StatusCode, isJson ? JsonNode.Parse(text) : null, headers);
    }

    public Task<RawReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<RawReply> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, body);

    public Task<RawReply> SayAsync(ulong channel, string content, string? nonce = null) => PostAsync(
        $"channels/{channel}/messages",
        new JsonObject { ["content"] = content, ["nonce"] = nonce, ["enforce_nonce"] = nonce is not null });

    public async Task<RawSocket> ConnectAsync(string path = "gateway?v=10&encoding=json")
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{_server.Api.Port}/{path}"), TestContext.Current.CancellationToken);
        return new RawSocket(socket);
    }

    /// <summary>A connection that has identified and read READY.</summary>
    public async Task<RawSocket> IdentifyAsync(int intents = 4609, int shard = 0, int shards = 1)
    {
        RawSocket socket = await ConnectAsync();
        await socket.ReadAsync(10);
        await socket.SendAsync(2, Identity(_server.Options.Token, intents, shard, shards));
        return socket;
    }

    public static JsonObject Identity(string token, long intents = 4609, int shard = 0, int shards = 1) => new()
    {
        ["token"] = token,
        ["intents"] = intents,
        ["shard"] = new JsonArray(shard, shards),
        ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "raw", ["device"] = "raw" },
    };

    public void Dispose() => _http.Dispose();
}

/// <summary>An answer, read.</summary>
internal sealed record RawReply(HttpStatusCode Status, JsonNode? Body, IReadOnlyDictionary<string, string> Headers)
{
    public long? Code => Body.Number("code");
}

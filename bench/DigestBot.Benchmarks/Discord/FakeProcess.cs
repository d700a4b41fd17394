using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Benchmarks.Discord;

/// <summary>A fake Discord in a process of its own, with as many servers as wanted, driven over its control interface.</summary>
internal sealed class FakeProcess : IAsyncDisposable
{
    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler());

    private readonly Process _process;
    private readonly Uri _control;

    private FakeProcess(Process process, JsonNode description)
    {
        _process = process;
        _control = new Uri($"{(string)description["control"]!}/");
        Api = (string)description["api"]!;
        Token = (string)description["token"]!;
    }

    /// <summary>The root of the interface, without version.</summary>
    public string Api { get; }

    public string Token { get; }

    public string User { get; private set; } = "";

    public string Channel { get; private set; } = "";

    private static string Program => RepositoryRoot.Combine(
        "artifacts", "bin", "DigestBot.FakeDiscord", new DirectoryInfo(AppContext.BaseDirectory).Name, "DigestBot.FakeDiscord.dll");

    public static async Task<FakeProcess> StartAsync(int guilds, int channelsEach)
    {
        var start = new ProcessStartInfo("dotnet", [Program, "limits=0", "journal=10", "identify-interval=0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The fake did not start.");
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The fake has ended.");
        var fake = new FakeProcess(process, JsonNode.Parse(line)!);
        JsonNode? made = await fake.DoAsync("guilds", new JsonObject { ["count"] = guilds, ["channels"] = channelsEach });
        string guild = (string)made![0]!;
        fake.User = (string)(await fake.DoAsync("user", new JsonObject { ["name"] = "Ana", ["guild"] = guild }))!;
        fake.Channel = (string)(await fake.DoAsync("channel", new JsonObject { ["guild"] = guild, ["name"] = "general" }))!;
        return fake;
    }

    public async Task<JsonNode?> DoAsync(string action, JsonObject arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_control, action)) { Content = JsonContent.Create(arguments) };
        await request.Content.LoadIntoBufferAsync(); // the control interface wants to know the length
        using HttpResponseMessage response = await Http.SendAsync(request, CancellationToken.None);
        JsonNode answer = (await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync()))!;
        return answer["error"] is { } error ? throw new InvalidOperationException($"{action}: {error}") : answer["result"];
    }

    /// <summary>Somebody uses the client's command.</summary>
    /// <returns>Milliseconds from the event to the callback, by the fake's clock.</returns>
    public async Task<double> AskAsync()
    {
        JsonNode asked = (await DoAsync("run", new JsonObject { ["user"] = User, ["channel"] = Channel, ["command"] = "ping" }))!;
        JsonNode answered = (await DoAsync("answered", new JsonObject { ["interaction"] = (string)asked["id"]! }))!;
        return (double)answered["answeredAfterMs"]!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}

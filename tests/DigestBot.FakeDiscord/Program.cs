using System.Globalization;
using System.Text.Json.Nodes;
using DigestBot.FakeDiscord;
using DigestBot.FakeDiscord.Gateway;

// Options as name=value; says in one line of JSON where it is, and ends with its input.
var given = args.Select(arg => arg.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1) ?? "true");
var defaults = new FakeDiscordOptions();
int Number(string name, int otherwise) =>
    given.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
var options = defaults with
{
    Port = Number("port", 0),
    Shards = Number("shards", defaults.Shards),
    MaxConcurrency = Number("concurrency", defaults.MaxConcurrency),
    IdentifyInterval = TimeSpan.FromMilliseconds(Number("identify-interval", (int)defaults.IdentifyInterval.TotalMilliseconds)),
    HeartbeatInterval = TimeSpan.FromMilliseconds(Number("heartbeat", (int)defaults.HeartbeatInterval.TotalMilliseconds)),
    NonceWindow = TimeSpan.FromMilliseconds(Number("nonce-window", (int)defaults.NonceWindow.TotalMilliseconds)),
    AllowedPrivileged = (GatewayIntent)Number("privileged", 0),
    MessagesPerFiveSeconds = Number("messages", defaults.MessagesPerFiveSeconds),
    LimitsRates = Number("limits", 1) != 0,
    JournalLines = Number("journal", defaults.JournalLines),
    WatchesHeartbeats = true,
};

await using FakeDiscordServer server = await FakeDiscordServer.StartAsync(options);
await Console.Out.WriteLineAsync(new JsonObject
{
    ["api"] = server.Api.ToString(),
    ["control"] = server.ControlAddress.ToString(),
    ["token"] = options.Token,
    ["applicationId"] = server.World.Bot.Id.ToText(),
    ["publicKey"] = server.Signer.PublicKey,
}.ToJsonString());
await Console.In.ReadToEndAsync();

/// <summary>Not for others: the tests that start this in their own process have a program too.</summary>
internal sealed partial class Program;

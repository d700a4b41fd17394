using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Delivery;
using DigestBot.Teams;
using DigestBot.Tests.Adapters.Discord.Incoming;
using DigestBot.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.Adapters.Teams;

/// <summary>The whole bot beside a service of Teams, with news about Iraq, and people who speak to it.</summary>
internal sealed class TeamsTown : IAsyncDisposable
{
    public const string Tenant = "11111111-0000-4000-8000-000000000001";
    public const string Chat = "a:personal-chat";
    public const string Group = "19:group@thread.v2";

    private readonly bool _owns;
    private int _count;

    private TeamsTown(TestBot bot, FakeTeams teams, bool owns) => (Bot, Teams, _owns) = (bot, teams, owns);

    public TestBot Bot { get; }

    public FakeTeams Teams { get; }

    public IChatAdapter Adapter => Bot.Get<IEnumerable<IChatAdapter>>().Single(adapter => adapter.Platform == ChatPlatform.Teams);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TeamsTown> StartAsync(string provider = "sqlite", params (string Key, string Value)[] settings)
    {
        var teams = new FakeTeams();
        TestBot bot = await TestBot.StartAsync(
            provider,
            services => Connect(services, teams),
            Cancel,
            [new("Teams:Emulator", "true"), .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))]);
        await bot.ImportAsync(bot.Operator, "Sample Wire", Cancel, TownNews.Of(bot.Clock.GetUtcNow()));
        return new TeamsTown(bot, teams, owns: true);
    }

    /// <summary>Has the bot's client speak with the fake instead of the network.</summary>
    public static void Connect(IServiceCollection services, FakeTeams teams) =>
        services.AddHttpClient("DigestBot.Teams").ConfigurePrimaryHttpMessageHandler(() => teams);

    /// <summary>A message in the personal chat.</summary>
    public JsonObject Personal(string text) => Message(text, Chat, "personal");

    /// <summary>A message in the group chat that mentions the bot.</summary>
    public JsonObject InGroup(string text, string from = "29:member") => Mention(Message($"<at>Digest</at> {text}", Group, "groupChat", from));

    /// <summary>A message in a thread of a channel that mentions the bot.</summary>
    public JsonObject InChannel(string text, string thread = "1700", string from = "29:member", string channel = FakeTeams.News)
    {
        JsonObject message = Mention(Message($"<at>Digest</at> {text}", $"{channel};messageid={thread}", "channel", from));
        message["channelData"]!["team"] = new JsonObject { ["id"] = FakeTeams.Team };
        message["channelData"]!["channel"] = new JsonObject { ["id"] = channel };
        return message;
    }

    /// <summary>A button of a card that was pressed where <paramref name="message"/> was written.</summary>
    public static JsonObject Press(JsonObject message, JsonNode action, params (string Input, string Value)[] typed)
    {
        JsonObject invoke = message.DeepClone().AsObject();
        invoke.Remove("text");
        invoke["type"] = "invoke";
        invoke["name"] = "adaptiveCard/action";
        JsonObject data = action["data"]!.DeepClone().AsObject();
        foreach ((string input, string value) in typed)
        {
            data[input] = value;
        }

        invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = action["verb"]?.ToString(), ["data"] = data } };
        return invoke;
    }

    /// <summary>Lets the bot take its turn; returns what it sent.</summary>
    public async Task<IReadOnlyList<TeamsRequest>> SayAsync(JsonObject activity)
    {
        int before = Teams.Posted.Count;
        Activity read = activity.Deserialize<Activity>(TeamsJson.Options)!;
        Assert.True(Bot.Get<TrustedServiceUrls>().Trust(read.ServiceUrl));
        await Bot.Get<IBot>().OnTurnAsync(new TurnContext(Bot.Get<CloudAdapter>(), read), Cancel);
        return [.. Teams.Posted.Skip(before)];
    }

    /// <summary>Posts an activity as Teams does; returns status and body of the answer.</summary>
    public async Task<(int Status, JsonObject? Body)> PostAsync(JsonObject activity)
    {
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = Bot.Get<IServiceProvider>() };
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Loopback;
        context.Request.ContentType = "application/json";
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        context.Response.Body = answer;
        await Bot.Get<IBotFrameworkHttpAdapter>().ProcessAsync(context.Request, context.Response, Bot.Get<IBot>(), Cancel);
        string body = Encoding.UTF8.GetString(answer.ToArray());
        return (context.Response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject());
    }

    /// <summary>The card that stands in the place of the one whose button was pressed.</summary>
    public async Task<JsonObject> PressedAsync(JsonObject invoke)
    {
        (int status, JsonObject? body) = await PostAsync(invoke);
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), (status, body?["type"]?.ToString()));
        return body!["value"]!.AsObject();
    }

    /// <summary>The sentence that is shown to whoever pressed.</summary>
    public async Task<string> ToldAsync(JsonObject invoke)
    {
        (int status, JsonObject? body) = await PostAsync(invoke);
        Assert.Equal((200, "application/vnd.microsoft.activity.message"), (status, body?["type"]?.ToString()));
        return body!["value"]!.ToString();
    }

    /// <summary>Sends what waits, while the clock goes on for so long.</summary>
    public async Task DrainAsync(TimeSpan span)
    {
        DateTimeOffset end = Bot.Clock.GetUtcNow() + span;
        while (Bot.Clock.GetUtcNow() < end)
        {
            Task<int> sending = Bot.Get<Outbox>().DrainAsync(ChatPlatform.Teams, Cancel);
            while (!sending.IsCompleted)
            {
                // Requests depart at intervals of the clock; it must not run ahead of a slow machine into their time limits.
                Bot.Clock.Advance(TimeSpan.FromMilliseconds(20));
                await Task.WhenAny(sending, Task.Delay(5, Cancel));
            }

            await sending;
            Bot.Clock.Advance(TimeSpan.FromSeconds(15));
        }
    }

    public ValueTask DisposeAsync() => _owns ? Bot.DisposeAsync() : ValueTask.CompletedTask;

    private JsonObject Message(string text, string conversation, string type, string from = "29:member") => new()
    {
        ["type"] = "message",
        ["id"] = $"activity-{Interlocked.Increment(ref _count)}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = FakeTeams.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = from, ["name"] = "Alex", ["aadObjectId"] = $"aad-{from}" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Digest" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = type, ["isGroup"] = type != "personal", ["tenantId"] = Tenant },
        ["locale"] = "en-GB",
        ["text"] = text,
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
    };

    private static JsonObject Mention(JsonObject message)
    {
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Digest" },
            ["text"] = "<at>Digest</at>",
        });
        return message;
    }
}

using System.Text.Json.Nodes;

namespace DigestBot.Teams.Tests.Infrastructure;

/// <summary>Activities as Teams would send them.</summary>
internal static class Samples
{
    public const string ServiceUrl = "https://smba.trafficmanager.net/amer/";
    public const string Conversation = "19:abc@thread.tacv2;messageid=1";

    private static int Count;

    /// <summary>A message with an id of its own.</summary>
    public static JsonObject Message(string text = "hello") => new()
    {
        ["type"] = "message",
        ["id"] = $"activity-{Interlocked.Increment(ref Count)}",
        ["timestamp"] = "2026-11-23T03:22:40.373Z",
        ["channelId"] = Channels.Msteams,
        ["serviceUrl"] = ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:user", ["name"] = "Alex" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" },
        ["conversation"] = new JsonObject { ["id"] = Conversation, ["conversationType"] = "channel", ["tenantId"] = ChannelIssuer.Tenant },
        ["text"] = text,
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ChannelIssuer.Tenant } },
    };

    public static JsonObject Invoke(string name, JsonNode? value = null)
    {
        JsonObject invoke = Message();
        invoke.Remove("text");
        invoke["type"] = "invoke";
        invoke["name"] = name;
        invoke["value"] = value;
        return invoke;
    }

    /// <summary>The same with another value at a path such as "conversation.id".</summary>
    public static JsonObject With(this JsonObject activity, string path, JsonNode? value)
    {
        string[] names = path.Split('.');
        JsonObject owner = names[..^1].Aggregate(activity, (inner, name) => inner[name]!.AsObject());
        owner[names[^1]] = value;
        return activity;
    }
}

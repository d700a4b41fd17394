using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Teams.Tests.Peers;

/// <summary>The client of botframework-connector and ours, with the same calls to make and the same answers to hear.</summary>
public sealed class ConnectorClientTests
{
    private const string NoId = "no id"; // where no answer is expected to have one
    private const string Thread = "19:abc@thread.tacv2;messageid=1";

    // Two 429 before the first is let through, a refusal for the third call; everything else succeeds.
    private static readonly Func<int, (int, string, int?)?> Script = before => before switch
    {
        0 or 1 => (429, """{"error":{"code":"Throttled","message":"Too many requests"}}""", 1),
        4 => (403, """{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}""", null),
        _ => null,
    };

    private static readonly string Calls =
        $$$"""
        [{"call":"send","conversation":"{{{Thread}}}","activity":{"type":"message","text":"one","summary":"s"}},
         {"call":"reply","conversation":"a:1/b c","id":"1:2","activity":{"type":"message","text":"two — العراق"}},
         {"call":"send","conversation":"a:gone","activity":{"type":"message","text":"three"}},
         {"call":"update","conversation":"{{{Thread}}}","id":"1:2","activity":{"type":"message","text":"four","id":"1:2"}},
         {"call":"delete","conversation":"{{{Thread}}}","id":"1:2"},
         {"call":"create","parameters":{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:user"}],"tenantId":"t","channelData":{"tenant":{"id":"t"} } } },
         {"call":"members","conversation":"{{{Thread}}}","pageSize":50,"token":"a+b="},
         {"call":"member","conversation":"{{{Thread}}}","id":"29:user"}]
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_calls_are_the_same_requests_and_end_in_the_same_way()
    {
        await using LoopbackService theirs = await LoopbackService.StartAsync(Script);
        await using PeerProcess peer = PeerProcess.Start("connector-client.mjs", theirs.Address.AbsoluteUri);
        string[] theirEnds = await peer.AskAsync(Calls);
        await using LoopbackService ours = await LoopbackService.StartAsync(Script);

        string[] ourEnds = await RunAsync(ours.Address.AbsoluteUri);

        Assert.Equal(Told(theirs.Requests), Told(ours.Requests));
        Assert.Equal(theirEnds, ourEnds);
        Assert.Equal(10, ours.Requests.Count);
        Assert.All(ours.Requests, request => Assert.Equal("Bearer token-of-the-tests", request.Authorization));
    }

    // Bodies as JSON: the order of fields is nobody's promise.
    private static List<string> Told(IEnumerable<ServiceRequest> requests) =>
        [.. requests.Select(request => $"{request.Method} {request.Target} {request.ContentType} {Sorted(request.Json)?.ToJsonString()}")];

    private static JsonNode? Sorted(JsonNode? node) => node is JsonObject fields
        ? new JsonObject(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value))))
        : node?.DeepClone();

    private static async Task<string[]> RunAsync(string address)
    {
        await using ServiceProvider client = LoopbackService.CreateClient(address);
        IConversations conversations = client.GetRequiredService<IConnectorClientFactory>().Create(address).Conversations;
        var ends = new List<string>();
        foreach (JsonNode? call in JsonNode.Parse(Calls)!.AsArray())
        {
            try
            {
                ends.Add(JsonSerializer.Serialize(new { id = await CallAsync(conversations, call!) }));
            }
            catch (ErrorResponseException error)
            {
                ends.Add(JsonSerializer.Serialize(new { status = (int?)error.StatusCode, code = error.Code }));
            }
        }

        return [.. ends];
    }

    private static async Task<string?> CallAsync(IConversations conversations, JsonNode call)
    {
        string conversation = (string?)call["conversation"] ?? "";
        string id = (string?)call["id"] ?? "";
        Activity? activity = call["activity"].Deserialize<Activity>(TeamsJson.Options);
        switch ((string?)call["call"])
        {
            case "send":
                return (await conversations.SendToConversationAsync(conversation, activity!, Cancel)).Id;
            case "reply":
                return (await conversations.ReplyToActivityAsync(conversation, id, activity!, Cancel)).Id;
            case "update":
                return (await conversations.UpdateActivityAsync(conversation, id, activity!, cancellationToken: Cancel)).Id;
            case "create":
                var parameters = call["parameters"].Deserialize<ConversationParameters>(TeamsJson.Options);
                return (await conversations.CreateConversationAsync(parameters!, Cancel)).Id;
            case "member":
                return (await conversations.GetConversationMemberAsync(id, conversation, Cancel)).Id;
            case "members":
                await conversations.GetConversationPagedMembersAsync(conversation, (int?)call["pageSize"], (string?)call["token"], Cancel);
                return NoId;
            default:
                await conversations.DeleteActivityAsync(conversation, id, cancellationToken: Cancel);
                return NoId;
        }
    }
}

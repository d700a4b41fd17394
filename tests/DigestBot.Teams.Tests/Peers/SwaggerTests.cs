using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Teams.Tests.Peers;

/// <summary>What we send is what the service's own description allows, as Prism reads it.</summary>
/// <remarks>
/// Questions about teams and targeted messages are newer than the description, and are not in it. It also declares the value
/// of a suggested action to be an object, where Teams takes the text to say; so there are none here.
/// </remarks>
public sealed class SwaggerTests
{
    private const string Thread = "19:abc@thread.tacv2;messageid=1";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_of_ours_is_as_the_service_describes_it()
    {
        (PeerProcess prism, string address) = await StartAsync();
        await using PeerProcess running = prism;
        await using ServiceProvider client = LoopbackService.CreateClient(address);
        IConversations conversations = client.GetRequiredService<IConnectorClientFactory>()
            .Create(address, retryMode: RetryMode.None).Conversations;

        await conversations.SendToConversationAsync(Thread, Digest(), Cancel);
        await conversations.ReplyToActivityAsync(Thread, "1:2", Samples.Message().Deserialize<Activity>(TeamsJson.Options)!.CreateReply("yes"), Cancel);
        await conversations.UpdateActivityAsync(Thread, "1:2", Digest(), cancellationToken: Cancel);
        await conversations.DeleteActivityAsync(Thread, "1:2", cancellationToken: Cancel);
        await conversations.CreateConversationAsync(Personal(), Cancel);
        await conversations.CreateConversationAsync(InChannel(), Cancel);
        await conversations.GetConversationPagedMembersAsync(Thread, 50, "next", Cancel);
        await conversations.GetConversationMemberAsync("29:user", Thread, Cancel);
    }

    [Fact]
    public async Task A_request_that_is_not_as_described_is_seen()
    {
        (PeerProcess prism, string address) = await StartAsync();
        await using PeerProcess running = prism;
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", "token-of-the-tests");

        foreach ((string path, string body, HttpStatusCode status) in new[]
        {
            ("v3/conversations/a/activities", """{"type":"message","text":5}""", HttpStatusCode.UnprocessableEntity),
            ("v3/conversations", """{"members":"29:user"}""", HttpStatusCode.UnprocessableEntity),
            ("v3/conversation/a/activities", "{}", HttpStatusCode.NotFound),
        })
        {
            using HttpResponseMessage response = await client.PostAsync(
                path, new StringContent(body, Encoding.UTF8, "application/json"), Cancel);
            Assert.Equal(status, response.StatusCode);
        }
    }

    // As rich as they come: card, citations, feedback buttons, mention, notification.
    private static Activity Digest() => MessageFactory.Attachment(CardFactory.AdaptiveCard(JsonNode.Parse(
        """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"العراق"}]}""")!)) with
    {
        Summary = "Digest",
        Locale = "ar-IQ",
        From = new ChannelAccount("28:bot", "Bot"),
        Recipient = new ChannelAccount("29:user"),
        Conversation = new ConversationAccount { Id = Thread, ConversationType = ConversationTypes.Channel, TenantId = ChannelIssuer.Tenant, IsGroup = true },
        Timestamp = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero),
        Entities =
        [
            Entity.From(new Mention { Mentioned = new ChannelAccount("29:user"), Text = "<at>Ann</at>" }),
            JsonSerializer.Deserialize<Entity>("""{"type":"https://schema.org/Message","@type":"Message","citation":[{"position":1}]}""", TeamsJson.Options)!,
        ],
        ChannelData = JsonSerializer.SerializeToElement(new { feedbackLoop = new { type = "default" }, notification = new { alert = true } }),
    };

    private static ConversationParameters Personal() => new()
    {
        IsGroup = false,
        Bot = new ChannelAccount("28:bot"),
        Members = [new ChannelAccount("29:user")],
        TenantId = ChannelIssuer.Tenant,
        ChannelData = JsonSerializer.SerializeToElement(new { tenant = new { id = ChannelIssuer.Tenant } }),
    };

    private static ConversationParameters InChannel() => new()
    {
        IsGroup = true,
        Activity = Digest(),
        ChannelData = JsonSerializer.SerializeToElement(new { channel = new { id = "19:abc@thread.tacv2" } }),
    };

    private static async Task<(PeerProcess Prism, string Address)> StartAsync()
    {
        int port = FreePort.Next();
        PeerProcess prism = PeerProcess.Start(
            "node_modules/@stoplight/prism-cli/dist/index.js", "mock", SharedData.Path("data", "teams", "botframework-channel.swagger.json"),
            "-h", "127.0.0.1", "-p", $"{port}", "--errors");
        await prism.LineAsync(line => line.Contains("Prism is listening", StringComparison.Ordinal));
        return (prism, $"http://127.0.0.1:{port}");
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Outbound;

/// <summary>What a turn sends, as requests.</summary>
public sealed class CloudAdapterTests : IDisposable
{
    private const string Conversations = "/amer/v3/conversations";
    private const string Escaped = "19%3Aabc%40thread.tacv2%3Bmessageid%3D1";

    private static readonly Activity Incoming = Samples.Message().With("id", "in-1").Deserialize<Activity>(TeamsJson.Options)!;

    private readonly ClientHarness _client = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task An_answer_goes_to_the_conversation_as_a_reply()
    {
        ResourceResponse? sent = null;

        await TurnAsync(async turn => sent = await turn.SendActivityAsync("hello", cancellationToken: Cancel));

        ServiceRequest request = Assert.Single(_client.Service.Requests);
        Assert.Equal($"{Conversations}/{Escaped}/activities/in-1", request.Target);
        Assert.Equal(("hello", "28:bot", "in-1"), ((string?)request.Json!["text"], (string?)request.Json["from"]!["id"], (string?)request.Json["replyToId"]));
        Assert.Equal("sent-1", sent?.Id);
    }

    [Fact]
    public async Task Activities_are_sent_in_order_and_pauses_are_kept()
    {
        Activity pause = new() { Type = ActivityTypes.Delay, Value = JsonSerializer.SerializeToElement(2000) };

        await _client.DriveAsync(TurnAsync(turn => turn.SendActivitiesAsync([MessageFactory.Text("one"), pause, MessageFactory.Text("two")], Cancel)));

        Assert.Equal(["one", "two"], _client.Service.Requests.Select(request => (string?)request.Json!["text"]));
        Assert.True(_client.Service.Requests[1].At - _client.Service.Requests[0].At >= TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_trace_is_for_nobody_but_the_emulator()
    {
        await TurnAsync(turn => turn.SendActivityAsync(new Activity { Type = ActivityTypes.Trace }, Cancel));

        Assert.Empty(_client.Service.Requests);
    }

    [Fact]
    public async Task What_was_sent_is_updated_and_deleted()
    {
        await TurnAsync(async turn =>
        {
            await turn.UpdateActivityAsync(MessageFactory.Text("after") with { Id = "sent-1" }, Cancel);
            await turn.DeleteActivityAsync("sent-1", Cancel);
        });

        Assert.Equal(
            [("PUT", $"{Conversations}/{Escaped}/activities/sent-1"), ("DELETE", $"{Conversations}/{Escaped}/activities/sent-1")],
            _client.Service.Requests.Select(request => (request.Method, request.Target)));
    }

    [Fact]
    public async Task News_that_nobody_asked_for_is_sent_and_answers_nothing()
    {
        await _client.Adapter.ContinueConversationAsync(
            ChannelIssuer.AppId,
            Incoming.GetConversationReference(),
            (turn, token) => turn.SendActivityAsync("news", cancellationToken: token),
            Cancel);

        ServiceRequest request = Assert.Single(_client.Service.Requests);
        Assert.Equal($"{Conversations}/{Escaped}/activities", request.Target);
        Assert.Null(request.Json!["replyToId"]);
    }

    [Fact]
    public async Task A_stored_reference_of_a_service_that_is_not_trusted_sends_nothing()
    {
        ConversationReference stored = Incoming.GetConversationReference() with { ServiceUrl = "https://evil.example/" };

        await Assert.ThrowsAsync<UntrustedServiceUrlException>(() => _client.Adapter.ContinueConversationAsync(
            ChannelIssuer.AppId, stored, (turn, token) => turn.SendActivityAsync("news", cancellationToken: token), Cancel));

        Assert.Empty(_client.Service.Requests);
        Assert.Empty(_client.Service.Logins);
    }

    [Fact]
    public async Task A_personal_chat_is_created_and_then_spoken_in()
    {
        _client.Service.Script.Enqueue(() => ScriptedService.Answer(System.Net.HttpStatusCode.Created, """{"id":"a:personal"}"""));
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount("28:bot"),
            Members = [new ChannelAccount("29:user")],
            TenantId = ChannelIssuer.Tenant,
        };

        await _client.Adapter.CreateConversationAsync(
            ChannelIssuer.AppId, Channels.Msteams, Samples.ServiceUrl, null, parameters,
            (turn, token) => turn.SendActivityAsync("welcome", cancellationToken: token), Cancel);

        Assert.Equal([Conversations, $"{Conversations}/a%3Apersonal/activities"], _client.Service.Requests.Select(request => request.Target));
        Assert.Equal("29:user", (string?)_client.Service.Requests[0].Json!["members"]![0]!["id"]);
        Assert.Equal("29:user", (string?)_client.Service.Requests[1].Json!["recipient"]!["id"]);
    }

    [Fact]
    public async Task A_thread_is_begun_in_a_channel()
    {
        _client.Service.Script.Enqueue(
            () => ScriptedService.Answer(System.Net.HttpStatusCode.Created, """{"id":"19:abc@thread.tacv2;messageid=9","activityId":"9"}"""));
        (ConversationReference Reference, string? ActivityId) thread = default;

        await TurnAsync(async turn => thread = await TeamsInfo.SendMessageToTeamsChannelAsync(
            turn, MessageFactory.Text("digest"), "19:abc@thread.tacv2", Cancel));

        JsonNode body = Assert.Single(_client.Service.Requests).Json!;
        Assert.Equal(("19:abc@thread.tacv2", "digest", true), ((string?)body["channelData"]!["channel"]!["id"], (string?)body["activity"]!["text"], (bool?)body["isGroup"]));
        Assert.Equal(("9", "19:abc@thread.tacv2;messageid=9"), (thread.ActivityId, thread.Reference?.Conversation?.Id));
    }

    [Fact]
    public async Task Who_is_in_a_channel_is_asked_of_its_team()
    {
        Activity inTeam = Incoming with
        {
            ChannelData = JsonSerializer.SerializeToElement(new { team = new { id = "19:team" } }),
        };

        await _client.Adapter.RunTurnAsync(inTeam, new FunctionBot(async (turn, token) =>
        {
            await TeamsInfo.GetPagedMembersAsync(turn, cancellationToken: token);
            await TeamsInfo.GetMemberAsync(turn, "29:user", token);
            await TeamsInfo.GetTeamDetailsAsync(turn, cancellationToken: token);
            await TeamsInfo.GetTeamChannelsAsync(turn, cancellationToken: token);
        }), Cancel);

        Assert.Equal(
            [$"{Conversations}/19%3Ateam/pagedmembers", $"{Conversations}/19%3Ateam/members/29%3Auser", "/amer/v3/teams/19%3Ateam", "/amer/v3/teams/19%3Ateam/conversations"],
            _client.Service.Requests.Select(request => request.Target));
    }

    private async Task TurnAsync(Func<ITurnContext, Task> act) =>
        await _client.Adapter.RunTurnAsync(Incoming, new FunctionBot((turn, _) => act(turn)), Cancel);
}

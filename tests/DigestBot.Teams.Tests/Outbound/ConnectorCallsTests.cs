using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Outbound;

/// <summary>Each call is one request of the protocol, and its answer is read.</summary>
public sealed class ConnectorCallsTests : IDisposable
{
    private const string Personal = "a:1 b/c?d#e%f";
    private const string PersonalEscaped = "a%3A1%20b%2Fc%3Fd%23e%25f";
    private const string Thread = "19:abc@thread.tacv2;messageid=1";
    private const string ThreadEscaped = "19%3Aabc%40thread.tacv2%3Bmessageid%3D1";

    private readonly ClientHarness _client = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Calls => new()
    {
        { "send", "POST", $"/amer/v3/conversations/{ThreadEscaped}/activities" },
        { "send personal", "POST", $"/amer/v3/conversations/{PersonalEscaped}/activities" },
        { "send targeted", "POST", $"/amer/v3/conversations/{ThreadEscaped}/activities?isTargetedActivity=true" },
        { "reply", "POST", $"/amer/v3/conversations/{ThreadEscaped}/activities/1%3A2" },
        { "reply targeted", "POST", $"/amer/v3/conversations/{ThreadEscaped}/activities/1%3A2?isTargetedActivity=true" },
        { "update", "PUT", $"/amer/v3/conversations/{ThreadEscaped}/activities/1%3A2" },
        { "update targeted", "PUT", $"/amer/v3/conversations/{ThreadEscaped}/activities/1%3A2?isTargetedActivity=true" },
        { "delete", "DELETE", $"/amer/v3/conversations/{ThreadEscaped}/activities/1%3A2" },
        { "delete targeted", "DELETE", $"/amer/v3/conversations/{ThreadEscaped}/activities/1%3A2?isTargetedActivity=true" },
        { "create", "POST", "/amer/v3/conversations" },
        { "members", "GET", $"/amer/v3/conversations/{ThreadEscaped}/pagedmembers" },
        { "members page", "GET", $"/amer/v3/conversations/{ThreadEscaped}/pagedmembers?pageSize=50&continuationToken=a%2Bb%3D" },
        { "member", "GET", $"/amer/v3/conversations/{ThreadEscaped}/members/29%3Auser" },
        { "team", "GET", "/amer/v3/teams/19%3Ateam%40thread.tacv2" },
        { "channels", "GET", "/amer/v3/teams/19%3Ateam%40thread.tacv2/conversations" },
    };

    public void Dispose() => _client.Dispose();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_goes_to_its_path_with_ids_escaped_and_the_token(string call, string method, string target)
    {
        await CallAsync(call);

        ServiceRequest request = Assert.Single(_client.Service.Requests);
        Assert.Equal((method, target), (request.Method, request.Target));
        Assert.Equal("Bearer token-1", request.Authorization);
        Assert.Equal(method is "POST" or "PUT" ? "application/json; charset=utf-8" : null, request.ContentType);
    }

    [Fact]
    public async Task What_is_sent_has_no_id_of_its_own_and_keeps_every_other_field()
    {
        Activity activity = Samples.Message().With("entities", JsonNode.Parse("""[{"type":"https://schema.org/Message","citation":[{"position":1}]}]"""))
            .Deserialize<Activity>(TeamsJson.Options)!;

        ResourceResponse sent = await _client.Conversations().SendToConversationAsync(Thread, activity, Cancel);

        JsonNode body = _client.Service.Requests[0].Json!;
        Assert.Equal("sent-1", sent.Id);
        Assert.False(body.AsObject().ContainsKey("id"));
        Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(activity with { Id = null }, TeamsJson.Options), body));
        Assert.Equal(1, (int?)body["entities"]?[0]?["citation"]?[0]?["position"]);
    }

    [Fact]
    public async Task A_targeted_update_names_no_recipient_since_it_cannot_be_changed()
    {
        Activity activity = MessageFactory.Text("a") with { Recipient = new ChannelAccount("29:user") };

        await _client.Conversations().UpdateActivityAsync(Thread, "1", activity, isTargeted: true, Cancel);
        await _client.Conversations().UpdateActivityAsync(Thread, "1", activity, cancellationToken: Cancel);

        Assert.Null(_client.Service.Requests[0].Json!["recipient"]);
        Assert.NotNull(_client.Service.Requests[1].Json!["recipient"]);
        Assert.Equal("1", (string?)_client.Service.Requests[1].Json!["id"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "")]
    [InlineData(HttpStatusCode.Accepted, "not JSON")]
    [InlineData(HttpStatusCode.Created, "{}")]
    [InlineData(HttpStatusCode.Created, "null")]
    public async Task An_answer_without_an_id_is_success_all_the_same(HttpStatusCode status, string body)
    {
        _client.Service.Otherwise = () => ScriptedService.Answer(status, body);

        ResourceResponse sent = await _client.Conversations().SendToConversationAsync(Thread, MessageFactory.Text("a"), Cancel);

        Assert.Null(sent.Id);
    }

    [Fact]
    public async Task Members_come_in_pages()
    {
        _client.Service.Otherwise = () => ScriptedService.Answer(
            HttpStatusCode.OK,
            """{"continuationToken":"next","members":[{"id":"29:a","aadObjectId":"o","userPrincipalName":"a@b","tenantId":"t","userRole":"owner"}]}""");

        TeamsPagedMembersResult page = await _client.Conversations().GetConversationPagedMembersAsync(Thread, cancellationToken: Cancel);

        TeamsChannelAccount member = Assert.Single(page.Members!);
        Assert.Equal(("next", "29:a", "o", "a@b", "owner"), (page.ContinuationToken, member.Id, member.AadObjectId, member.UserPrincipalName, member.UserRole));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_lead_elsewhere_is_refused(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => _client.Conversations().SendToConversationAsync(id, MessageFactory.Text("a"), Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _client.Conversations().DeleteActivityAsync(Thread, id, cancellationToken: Cancel));

        Assert.Empty(_client.Service.Requests);
    }

    private async Task CallAsync(string call)
    {
        IConversations conversations = _client.Conversations();
        ITeamsOperations teams = _client.Get<IConnectorClientFactory>().Create(Samples.ServiceUrl).Teams;
        Activity message = MessageFactory.Text("a");
        Activity targeted = message with { Recipient = new ChannelAccount("29:user") { IsTargeted = true } };
        await (call switch
        {
            "send" => conversations.SendToConversationAsync(Thread, message, Cancel),
            "send personal" => conversations.SendToConversationAsync(Personal, message, Cancel),
            "send targeted" => conversations.SendToConversationAsync(Thread, targeted, Cancel),
            "reply" => conversations.ReplyToActivityAsync(Thread, "1:2", message, Cancel),
            "reply targeted" => conversations.ReplyToActivityAsync(Thread, "1:2", targeted, Cancel),
            "update" => conversations.UpdateActivityAsync(Thread, "1:2", message, cancellationToken: Cancel),
            "update targeted" => conversations.UpdateActivityAsync(Thread, "1:2", message, isTargeted: true, Cancel),
            "delete" => conversations.DeleteActivityAsync(Thread, "1:2", cancellationToken: Cancel),
            "delete targeted" => conversations.DeleteActivityAsync(Thread, "1:2", isTargeted: true, Cancel),
            "create" => conversations.CreateConversationAsync(new ConversationParameters { Members = [new("29:user")] }, Cancel),
            "members" => conversations.GetConversationPagedMembersAsync(Thread, cancellationToken: Cancel),
            "members page" => conversations.GetConversationPagedMembersAsync(Thread, 50, "a+b=", Cancel),
            "member" => conversations.GetConversationMemberAsync("29:user", Thread, Cancel),
            "team" => teams.FetchTeamDetailsAsync("19:team@thread.tacv2", Cancel),
            "channels" => (Task)teams.FetchChannelListAsync("19:team@thread.tacv2", Cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(call)),
        });
    }
}

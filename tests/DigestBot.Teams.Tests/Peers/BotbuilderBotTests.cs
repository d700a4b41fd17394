using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Peers;

/// <summary>A bot of botbuilder understands our activities, and we understand its own.</summary>
public sealed class BotbuilderBotTests : IAsyncLifetime
{
    private LoopbackService _service = null!;
    private PeerProcess? _peer;
    private HttpClient? _bot;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await LoopbackService.StartAsync();
        (_peer, Uri address) = await PeerProcess.ListenAsync("botbuilder-echo.mjs");
        _bot = new HttpClient { BaseAddress = address };
    }

    public async ValueTask DisposeAsync()
    {
        _bot?.Dispose();
        if (_peer is not null)
        {
            await _peer.DisposeAsync();
        }

        await _service.DisposeAsync();
    }

    [Fact]
    public async Task What_is_said_is_answered_to_whom_and_where_it_was_said()
    {
        Activity said = Said("hello — العراق");

        await PostAsync(said, HttpStatusCode.OK);

        Activity reply = Sent().Single();
        Assert.Equal("echo: hello — العراق", reply.Text);
        Assert.Equal((said.Id, Samples.Conversation, "28:bot", "29:user"), (reply.ReplyToId, reply.Conversation?.Id, reply.From?.Id, reply.Recipient?.Id));
        Assert.Equal(
            $"/v3/conversations/{Uri.EscapeDataString(Samples.Conversation)}/activities/{said.Id}", _service.Requests[0].Target);
    }

    [Fact]
    public async Task A_card_arrives_as_it_was_made()
    {
        await PostAsync(Said("card"), HttpStatusCode.OK);

        Attachment card = Assert.Single(Sent().Single().Attachments!);
        Assert.Equal(CardFactory.AdaptiveCardType, card.ContentType);
        Assert.Equal("A card", card.Content?.GetProperty("body")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task What_was_sent_is_updated_and_deleted_by_the_id_that_it_got()
    {
        await PostAsync(Said("update"), HttpStatusCode.OK);

        Assert.Equal(["POST", "PUT", "DELETE"], _service.Requests.Select(request => request.Method));
        Assert.All(_service.Requests.Skip(1), request => Assert.EndsWith("/activities/sent-0", request.Target, StringComparison.Ordinal));
        Assert.Equal("after", Sent()[1].Text);
    }

    [Fact]
    public async Task An_invoke_is_answered_in_the_answer_and_an_unknown_one_with_501()
    {
        Activity invoke = Said("") with { Type = ActivityTypes.Invoke, Name = "known", Value = JsonSerializer.SerializeToElement(new { a = 1 }) };

        Assert.Equal("""{"said":{"a":1}}""", await PostAsync(invoke, HttpStatusCode.OK));
        await PostAsync(invoke with { Name = "unknown" }, HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task Recorded_activities_that_went_through_our_types_are_understood()
    {
        foreach (string file in Directory.GetFiles(SharedData.Path("data", "teams", "wire-samples"), "*-message-*.json"))
        {
            Activity activity = JsonSerializer.Deserialize<Activity>(await File.ReadAllTextAsync(file, Cancel), TeamsJson.Options)!;
            if (activity.Text is not ("card" or "update"))
            {
                await PostAsync(activity with { ServiceUrl = _service.Address.AbsoluteUri }, HttpStatusCode.OK);
                Assert.Equal($"echo: {activity.Text}", Sent()[^1].Text);
            }
        }

        Assert.NotEmpty(Sent());
    }

    private Activity Said(string text) => Samples.Message(text).With("serviceUrl", _service.Address.AbsoluteUri)
        .Deserialize<Activity>(TeamsJson.Options)!;

    private List<Activity> Sent() => [.. from request in _service.Requests
                                         where request.Json is JsonObject
                                         select request.Json.Deserialize<Activity>(TeamsJson.Options)];

    private async Task<string> PostAsync(Activity activity, HttpStatusCode status)
    {
        using HttpResponseMessage response = await _bot!.PostAsync(
            "api/messages", JsonContent.Create(activity, options: TeamsJson.Options), Cancel);
        Assert.Equal(status, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancel);
    }
}

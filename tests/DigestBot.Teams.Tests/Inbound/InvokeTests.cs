using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using DigestBot.Teams.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Teams.Tests.Inbound;

/// <summary>An invoke is answered in the answer to its request.</summary>
public sealed class InvokeTests : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _started = [];
    private ChannelIssuer _issuer = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _issuer = await ChannelIssuer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable started in _started)
        {
            await started.DisposeAsync();
        }

        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task A_button_of_a_card_is_answered_with_another_card()
    {
        BotHost host = await StartAsync(new CardBot());
        JsonNode value = JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"more","data":{"topic":"iraq"}},"trigger":"manual"}""")!;

        using HttpResponseMessage response = await PostAsync(host, Samples.Invoke("adaptiveCard/action", value));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard","topic":"iraq"}}""",
            await response.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("no/such", "{}", HttpStatusCode.NotImplemented)]
    [InlineData("adaptiveCard/action", "5", HttpStatusCode.BadRequest)]
    [InlineData("adaptiveCard/action", "null", HttpStatusCode.BadRequest)]
    [InlineData("composeExtension/query", "{}", HttpStatusCode.NotImplemented)]
    [InlineData("message/submitAction", "{}", HttpStatusCode.OK)]
    [InlineData("task/fetch", "{}", HttpStatusCode.Conflict)]
    public async Task An_invoke_is_answered_with_the_status_that_it_deserves(string name, string value, HttpStatusCode status)
    {
        BotHost host = await StartAsync(new CardBot());

        using HttpResponseMessage response = await PostAsync(host, Samples.Invoke(name, JsonNode.Parse(value)));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task An_invoke_that_comes_again_is_answered_again()
    {
        BotHost host = await StartAsync(new CardBot());
        JsonObject invoke = Samples.Invoke("message/submitAction", new JsonObject());

        using HttpResponseMessage first = await PostAsync(host, invoke);
        using HttpResponseMessage second = await PostAsync(host, invoke);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [first.StatusCode, second.StatusCode]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invoke_is_answered_at_its_deadline_whether_the_bot_listens_to_its_token_or_blocks(bool listens)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var begun = new TaskCompletionSource();
        using var never = new ManualResetEventSlim();
        var bot = new FunctionBot(async (_, token) =>
        {
            begun.SetResult();
            if (listens)
            {
                await Task.Delay(Timeout.Infinite, token);
            }

            never.Wait(CancellationToken.None);
        });
        BotHost host = await StartAsync(bot, clock);

        Task<HttpResponseMessage> asked = PostAsync(host, Samples.Invoke("any"));
        await begun.Task.WaitAsync(Cancel);
        clock.Advance(GivenOptions.Default.InvokeDeadline);

        using HttpResponseMessage response = await asked;
        never.Set();
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invoke_whose_turn_fails_is_answered_with_500(bool hasOnTurnError)
    {
        BotHost host = await StartAsync(new FunctionBot((_, _) => throw new FormatException("bad")));
        host.Adapter.OnTurnError = hasOnTurnError ? (_, _) => Task.CompletedTask : null;

        using HttpResponseMessage response = await PostAsync(host, Samples.Invoke("any"));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task An_answer_may_be_sent_as_an_activity()
    {
        JsonElement value = JsonSerializer.SerializeToElement(InvokeResponse.Of(HttpStatusCode.Accepted, new { a = 1 }), TeamsJson.Options);
        BotHost host = await StartAsync(new FunctionBot((turn, token) =>
            turn.SendActivityAsync(new Activity { Type = ActivityTypes.InvokeResponse, Value = value }, token)));

        using HttpResponseMessage response = await PostAsync(host, Samples.Invoke("any"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("""{"a":1}""", await response.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task More_invokes_than_allowed_at_the_same_time_are_asked_to_come_again()
    {
        var begun = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var bot = new FunctionBot(async (_, _) =>
        {
            begun.TrySetResult();
            await mayEnd.Task;
        });
        BotHost host = await BotHost.StartAsync(
            GivenOptions.Default with { ToBotFromChannelOpenIdMetadataUrl = _issuer.Metadata, MaxConcurrentInvokes = 1 }, bot);
        _started.Add(host);
        Task<HttpResponseMessage> first = PostAsync(host, Samples.Invoke("any"));
        await begun.Task.WaitAsync(Cancel);

        using HttpResponseMessage second = await PostAsync(host, Samples.Invoke("any"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        mayEnd.SetResult();
        (await first).Dispose();
    }

    private static Task<HttpResponseMessage> PostAsync(BotHost host, JsonObject activity) => host.PostAsync(activity, ChannelIssuer.Bearer());

    private async Task<BotHost> StartAsync(IBot bot, TimeProvider? clock = null)
    {
        BotHost host = await BotHost.StartAsync(
            _issuer, bot, services => services.AddSingleton(clock ?? TimeProvider.System));
        _started.Add(host);
        return host;
    }

    private sealed class CardBot : TeamsActivityHandler
    {
        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        {
            string? topic = invokeValue.Action?.Data?.GetProperty("topic").GetString();
            JsonElement card = JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", topic });
            return Task.FromResult(AdaptiveCardInvokeResponse.Card(card));
        }

        protected override Task<object?> OnMessageSubmitActionAsync(
            ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) =>
            Task.FromResult<object?>(new { });

        protected override Task<object?> OnTeamsTaskModuleFetchAsync(
            ITurnContext<IInvokeActivity> turnContext, JsonElement value, CancellationToken cancellationToken) =>
            throw new InvokeResponseException(HttpStatusCode.Conflict);
    }
}

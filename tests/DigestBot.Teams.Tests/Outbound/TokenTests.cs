using System.Net;
using DigestBot.Teams.Tests.Infrastructure;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Outbound;

/// <summary>The bot's own token: asked for once, renewed in time, dropped when refused, given to nobody else.</summary>
public sealed class TokenTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_asked_for_at_the_home_tenant_with_id_secret_and_scope()
    {
        using var client = new ClientHarness();

        Assert.Equal("token-1", await GetAsync(client));

        ServiceRequest login = Assert.Single(client.Service.Logins);
        Assert.Equal($"https://login.microsoftonline.com/{ChannelIssuer.Tenant}/oauth2/v2.0/token", login.Address.AbsoluteUri);
        Assert.Equal(
            $"grant_type=client_credentials&client_id={ChannelIssuer.AppId}&client_secret=secret-of-the-tests"
                + "&scope=https%3A%2F%2Fapi.botframework.com%2F.default",
            login.Body);
    }

    [Fact]
    public async Task All_who_need_a_token_at_the_same_time_wait_for_one_request()
    {
        using var client = new ClientHarness();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        client.Service.Login = () => answer.Task;

        Task<string>[] waiting = [.. Enumerable.Range(0, 50).Select(_ => GetAsync(client))];
        answer.SetResult(ScriptedService.Token("the-token"));

        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal("the-token", token));
        Assert.Single(client.Service.Logins);
    }

    [Fact]
    public async Task One_who_gives_up_does_not_fail_the_others()
    {
        using var client = new ClientHarness();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        client.Service.Login = () => answer.Task;
        using var patience = new CancellationTokenSource();
        Task<string> impatient = client.Get<IBotTokenProvider>().GetTokenAsync(patience.Token).AsTask();
        Task<string> patient = GetAsync(client);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        answer.SetResult(ScriptedService.Token("the-token"));

        Assert.Equal("the-token", await patient);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_ends_while_the_old_one_is_still_given()
    {
        using var client = new ClientHarness();
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        await GetAsync(client);

        client.Clock.Advance(TimeSpan.FromMinutes(49.9));
        Assert.Equal("token-1", await GetAsync(client));
        Assert.Single(client.Service.Logins);
        client.Service.Login = () => answer.Task;
        client.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal("token-1", await GetAsync(client));
        Assert.Equal("token-1", await GetAsync(client));
        answer.SetResult(ScriptedService.Token("token-2"));

        await Eventually.TrueAsync(
            async () => await GetAsync(client) == "token-2", "the new token is given");
        Assert.Equal(2, client.Service.Logins.Count);
    }

    [Fact]
    public async Task A_token_is_given_to_its_end_while_no_new_one_can_be_had_and_the_login_service_is_not_pressed()
    {
        using var client = new ClientHarness();
        await GetAsync(client);
        client.Service.Login = () => Task.FromResult(ScriptedService.Answer(HttpStatusCode.ServiceUnavailable));
        client.Clock.Advance(TimeSpan.FromMinutes(51));

        for (int logins = 2; logins < 6; logins++)
        {
            int asked = 0;
            await Eventually.TrueAsync(
                async () =>
                {
                    client.Clock.Advance(TimeSpan.FromSeconds(5));
                    asked++;
                    Assert.Equal("token-1", await GetAsync(client));
                    return client.Service.Logins.Count == logins;
                },
                "another login was tried");
            Assert.True(logins == 2 || asked >= 12, $"after {asked * 5} seconds");
        }

        client.Clock.Advance(TimeSpan.FromMinutes(5));
        BotTokenException error = await Assert.ThrowsAsync<BotTokenException>(() => GetAsync(client));
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task A_token_that_the_service_refuses_is_renewed_once_and_the_request_sent_again()
    {
        using var client = new ClientHarness();
        await client.Conversations().SendToConversationAsync("one", MessageFactory.Text("a"), Cancel);
        client.Clock.Advance(TimeSpan.FromMinutes(5));
        client.Service.Script.Enqueue(() => ScriptedService.Answer(HttpStatusCode.Unauthorized));

        ResourceResponse sent = await client.Conversations(RetryMode.None).SendToConversationAsync("one", MessageFactory.Text("b"), Cancel);

        Assert.Equal("sent-1", sent.Id);
        Assert.Equal(
            ["Bearer token-1", "Bearer token-1", "Bearer token-2"], client.Service.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Where_every_token_is_refused_the_login_service_is_not_pressed()
    {
        using var client = new ClientHarness();
        client.Service.Otherwise = () => ScriptedService.Answer(HttpStatusCode.Unauthorized, """{"error":{"code":"BotNotRegistered","message":"-"}}""");

        for (int sent = 0; sent < 20; sent++)
        {
            ErrorResponseException error = await Assert.ThrowsAsync<ErrorResponseException>(
                () => client.Conversations().SendToConversationAsync($"conversation-{sent}", MessageFactory.Text("a"), Cancel));
            Assert.Equal(ErrorCodes.BotNotRegistered, error.Code);
        }

        Assert.Single(client.Service.Logins);
        Assert.Equal(20, client.Service.Requests.Count);
    }

    [Theory]
    [InlineData(400, """{"error":"unauthorized_client","error_description":"AADSTS700016: Application with identifier 'x' was not found."}""", "AADSTS700016", false)]
    [InlineData(401, """{"error":"invalid_client","error_description":"AADSTS7000229: missing service principal"}""", "AADSTS7000229", false)]
    [InlineData(401, """{"error":"invalid_client"}""", "invalid_client", false)]
    [InlineData(429, "", null, true)]
    [InlineData(503, "<html>", null, true)]
    [InlineData(200, "{}", null, false)]
    [InlineData(200, """{"access_token":"x","expires_in":"soon"}""", null, false)]
    public async Task A_login_that_fails_says_what_is_wrong_and_whether_it_may_pass(int status, string body, string? code, bool transient)
    {
        using var client = new ClientHarness();
        client.Service.Login = () => Task.FromResult(ScriptedService.Answer((HttpStatusCode)status, body));

        BotTokenException error = await Assert.ThrowsAsync<BotTokenException>(
            () => client.Conversations().SendToConversationAsync("one", MessageFactory.Text("a"), Cancel));

        Assert.Equal((code, transient), (error.Code, error.IsTransient));
        Assert.DoesNotContain("secret-of-the-tests", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(client.Service.Requests);
    }

    [Fact]
    public async Task A_login_service_that_does_not_answer_is_not_waited_for_without_end()
    {
        using var client = new ClientHarness();
        client.Service.Login = () => new TaskCompletionSource<HttpResponseMessage>().Task;

        Task<string> waiting = GetAsync(client);
        await client.ElapseAsync(GivenOptions.Default.RequestTimeout, () => client.Service.Logins.Count == 1, "it was asked for");
        BotTokenException error = await Assert.ThrowsAsync<BotTokenException>(() => waiting);

        Assert.True(error.IsTransient);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("\"3600\"")]
    public async Task The_length_of_a_tokens_life_is_read_as_number_or_string(string seconds)
    {
        using var client = new ClientHarness();
        client.Service.Login = () => Task.FromResult(
            ScriptedService.Answer(HttpStatusCode.OK, $$"""{"access_token":"the-token","expires_in":{{seconds}}}"""));

        Assert.Equal("the-token", await GetAsync(client));
        client.Clock.Advance(TimeSpan.FromMinutes(49));
        Assert.Equal("the-token", await GetAsync(client));
        Assert.Single(client.Service.Logins);
    }

    [Fact]
    public void A_token_does_not_print_itself() => Assert.DoesNotContain(
        "the-token", new BotToken("the-token", default, default, default).ToString(), StringComparison.Ordinal);

    private static Task<string> GetAsync(ClientHarness client) => client.Get<IBotTokenProvider>().GetTokenAsync(Cancel).AsTask();
}

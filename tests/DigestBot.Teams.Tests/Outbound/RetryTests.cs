using System.Net;
using DigestBot.Teams.Tests.Infrastructure;

namespace DigestBot.Teams.Tests.Outbound;

/// <summary>What is tried again, and how an error is told.</summary>
public sealed class RetryTests : IDisposable
{
    private readonly ClientHarness _client = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(408, 1)]
    [InlineData(412, 4)]
    [InlineData(413, 1)]
    [InlineData(429, 4)]
    [InlineData(500, 1)]
    [InlineData(501, 1)]
    [InlineData(502, 4)]
    [InlineData(503, 4)]
    [InlineData(504, 4)]
    [InlineData(301, 1)]
    [InlineData(307, 1)]
    public async Task An_answer_is_tried_again_only_where_the_documents_say_so(int status, int attempts)
    {
        _client.Service.Otherwise = () => ScriptedService.Answer((HttpStatusCode)status);

        ErrorResponseException error = await FailAsync();

        Assert.Equal(status, (int?)error.StatusCode);
        Assert.Equal(attempts, _client.Service.Requests.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_caller_that_tries_again_itself_gets_one_attempt(int status)
    {
        _client.Service.Otherwise = () => ScriptedService.Answer((HttpStatusCode)status, "", TimeSpan.FromSeconds(7));

        ErrorResponseException error = await FailAsync(RetryMode.None);

        Assert.Single(_client.Service.Requests);
        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
    }

    [Fact]
    public async Task The_service_says_how_long_to_wait()
    {
        _client.Service.Script.Enqueue(() => ScriptedService.Answer(HttpStatusCode.TooManyRequests, "", TimeSpan.FromSeconds(3)));
        _client.Service.Script.Enqueue(() => ScriptedService.Answer(HttpStatusCode.TooManyRequests, "", TimeSpan.FromSeconds(2)));

        ResourceResponse sent = await _client.DriveAsync(SendAsync());

        Assert.Equal("sent-1", sent.Id);
        TimeSpan[] waits = Waits();
        Assert.Equal(2, waits.Length);
        Assert.InRange(waits[0], TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.2));
        Assert.InRange(waits[1], TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.2));
    }

    [Fact]
    public async Task An_instant_to_wait_for_is_read_as_well()
    {
        _client.Service.Script.Enqueue(() =>
        {
            HttpResponseMessage response = ScriptedService.Answer(HttpStatusCode.TooManyRequests);
            response.Headers.RetryAfter = new(_client.Clock.GetUtcNow() + TimeSpan.FromSeconds(5));
            return response;
        });

        await _client.DriveAsync(SendAsync());

        Assert.InRange(Waits().Single(), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.2));
    }

    [Fact]
    public async Task A_wait_beyond_all_patience_is_the_callers_to_know()
    {
        _client.Service.Otherwise = () => ScriptedService.Answer(HttpStatusCode.TooManyRequests, "", TimeSpan.FromMinutes(10));

        ErrorResponseException error = await FailAsync();

        Assert.Single(_client.Service.Requests);
        Assert.Equal(TimeSpan.FromMinutes(10), error.RetryAfter);
    }

    [Fact]
    public async Task After_429_other_requests_of_that_conversation_wait_too_and_those_of_others_do_not()
    {
        _client.Service.Script.Enqueue(() => ScriptedService.Answer(HttpStatusCode.TooManyRequests, "", TimeSpan.FromSeconds(4)));
        await FailAsync(RetryMode.None);

        Task<ResourceResponse> same = SendAsync(RetryMode.None);
        await _client.Conversations().SendToConversationAsync("another", MessageFactory.Text("a"), Cancel);
        await _client.DriveAsync(same);

        Assert.EndsWith("/another/activities", _client.Service.Requests[1].Target, StringComparison.Ordinal);
        Assert.InRange(_client.Service.Requests[1].At - _client.Service.Requests[0].At, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.True(_client.Service.Requests[2].At - _client.Service.Requests[0].At >= TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task Without_a_word_of_the_service_the_waits_double_and_differ_by_chance()
    {
        _client.Service.Otherwise = () => ScriptedService.Answer(HttpStatusCode.ServiceUnavailable);

        await FailAsync();

        TimeSpan[] waits = Waits();
        Assert.Equal(3, waits.Length);
        for (int index = 0; index < waits.Length; index++)
        {
            double most = Math.Pow(2, index);
            Assert.InRange(waits[index], TimeSpan.FromSeconds(most / 2), TimeSpan.FromSeconds(most + 0.2));
        }
    }

    [Fact]
    public void Those_who_were_refused_together_do_not_come_back_together()
    {
        var schedule = new RetrySchedule(new Random(1));
        var error = new ErrorResponseException { StatusCode = HttpStatusCode.BadGateway };

        TimeSpan?[] waits = [.. Enumerable.Range(0, 20).Select(_ => schedule.After(1, error))];

        Assert.Equal(20, waits.Distinct().Count());
        Assert.All(waits, wait => Assert.InRange(wait!.Value, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(403, false)]
    [InlineData(412, false)]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    public async Task An_error_says_whether_the_request_may_have_arrived(int status, bool may)
    {
        _client.Service.Otherwise = () => ScriptedService.Answer((HttpStatusCode)status);

        Assert.Equal(may, (await FailAsync(RetryMode.None)).MayHaveArrived);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task A_request_that_was_not_answered_is_not_tried_again_and_may_have_arrived_unless_it_never_left(
        HttpRequestError error, bool may)
    {
        _client.Service.Otherwise = () => throw new HttpRequestException(error);

        ErrorResponseException failure = await FailAsync();

        Assert.Single(_client.Service.Requests);
        Assert.Null(failure.StatusCode);
        Assert.Equal(may, failure.MayHaveArrived);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_waited_for_so_long_and_may_have_taken_it()
    {
        _client.Service.Silent = true;

        Task<ResourceResponse> sending = SendAsync();
        await _client.ElapseAsync(GivenOptions.Default.RequestTimeout, () => _client.Service.Requests.Count == 1, "it was sent");
        var error = await Assert.ThrowsAsync<ErrorResponseException>(() => sending);

        Assert.Single(_client.Service.Requests);
        Assert.True(error.MayHaveArrived);
        TimeSpan waited = _client.Clock.GetUtcNow() - _client.Service.Requests[0].At;
        Assert.InRange(waited, GivenOptions.Default.RequestTimeout, GivenOptions.Default.RequestTimeout + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_to_be_split()
    {
        _client.Service.Otherwise = () => ScriptedService.Answer(
            HttpStatusCode.RequestEntityTooLarge, """{"error":{"code":"MessageSizeTooBig","message":"Message size too large."}}""");

        ErrorResponseException error = await FailAsync();

        Assert.True(error.ShouldSplit);
        Assert.Equal((ErrorCodes.MessageSizeTooBig, "Message size too large."), (error.Code, error.ServiceMessage));
    }

    [Fact]
    public async Task A_tenant_that_lives_elsewhere_is_spoken_to_there_once()
    {
        HttpResponseMessage Moved() => ScriptedService.Answer(HttpStatusCode.Forbidden, """{"error":{"code":"InvalidBotApiHost","message":"-"}}""");
        _client.Service.Script.Enqueue(Moved);
        await _client.DriveAsync(SendAsync(RetryMode.None));
        _client.Service.Otherwise = Moved;

        ErrorResponseException again = await FailAsync(RetryMode.None);

        Assert.Equal(ErrorCodes.InvalidBotApiHost, again.Code);
        Assert.Equal(
            ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"],
            _client.Service.Requests.Select(request => request.Address.Host));
        Assert.StartsWith("/teams/v3/conversations/", _client.Service.Requests[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_gives_up_is_not_told_of_an_error()
    {
        _client.Service.Otherwise = () => ScriptedService.Answer(HttpStatusCode.TooManyRequests, "", TimeSpan.FromSeconds(20));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Task waiting = _client.Conversations().SendToConversationAsync("a", MessageFactory.Text("a"), patience.Token);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private Task<ResourceResponse> SendAsync(RetryMode? retryMode = null) =>
        _client.Conversations(retryMode).SendToConversationAsync("19:abc@thread.tacv2", MessageFactory.Text("a"), Cancel);

    private Task<ErrorResponseException> FailAsync(RetryMode? retryMode = null) =>
        Assert.ThrowsAsync<ErrorResponseException>(() => _client.DriveAsync(SendAsync(retryMode)));

    private TimeSpan[] Waits()
    {
        DateTimeOffset[] times = [.. _client.Service.Requests.Select(request => request.At)];
        return [.. times.Zip(times.Skip(1), (one, next) => next - one)];
    }
}

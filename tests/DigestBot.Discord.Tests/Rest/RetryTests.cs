using System.Net;
using DigestBot.Discord.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Rest;

/// <summary>A request is made again only where that cannot do harm.</summary>
public sealed class RetryTests : IDisposable
{
    private static readonly MessageProperties WithNonce = new() { Content = "digest", Nonce = "slot-1:0" };
    private static readonly MessageProperties WithoutNonce = new() { Content = "digest" };

    private readonly TestClient _bot = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static HttpRequestException Dropped => new(HttpRequestError.ResponseEnded);

    private static HttpRequestException NeverConnected => new(HttpRequestError.ConnectionError);

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData((HttpStatusCode)522)]
    public async Task A_message_with_a_nonce_is_sent_again_after_a_servers_error(HttpStatusCode status)
    {
        _bot.Discord.Then(Answers.Error(status));
        _bot.Discord.Then(Answers.Ok("""{"id":"5"}"""));

        Task<Message> call = _bot.Rest.CreateMessageAsync(1, WithNonce, Cancel);
        await _bot.PassUntilAsync(call);

        Assert.Equal(5UL, (await call).Id);
        Assert.Equal(2, _bot.Discord.Seen.Count);
        Assert.All(_bot.Discord.Seen, seen =>
            Assert.Equal(("slot-1:0", true), ((string)seen.Body!["nonce"]!, (bool)seen.Body!["enforce_nonce"]!)));
    }

    [Fact]
    public async Task A_message_without_a_nonce_is_never_sent_again_where_it_may_have_arrived()
    {
        _bot.Discord.Then(Answers.Error(HttpStatusCode.BadGateway));
        var failed = await Assert.ThrowsAsync<HttpException>(() => _bot.Rest.CreateMessageAsync(1, WithoutNonce, Cancel));
        _bot.Discord.ThenFail(Dropped);
        var lost = await Assert.ThrowsAsync<HttpRequestException>(() => _bot.Rest.CreateMessageAsync(1, WithoutNonce, Cancel));

        Assert.True(RequestDoubt.MayHaveArrived(failed));
        Assert.True(RequestDoubt.MayHaveArrived(lost));
        Assert.Equal(HttpRequestError.ResponseEnded, lost.HttpRequestError);
        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task A_message_without_a_nonce_is_sent_again_where_it_never_left()
    {
        _bot.Discord.ThenFail(NeverConnected);

        await _bot.PassUntilAsync(_bot.Rest.CreateMessageAsync(1, WithoutNonce, Cancel));

        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task Only_who_says_so_gets_a_message_without_a_nonce_sent_twice()
    {
        _bot.Discord.ThenFail(Dropped);

        await _bot.PassUntilAsync(_bot.Rest.CreateMessageAsync(
            1, WithoutNonce, new RequestOptions { RetryMode = RetryMode.AlwaysRetry, CancelToken = Cancel }));

        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task A_delivery_makes_one_attempt()
    {
        _bot.Discord.ThenFail(NeverConnected);
        await Assert.ThrowsAsync<HttpRequestException>(() => _bot.Rest.CreateMessageAsync(1, WithNonce, RequestOptions.Once(Cancel)));
        _bot.Discord.Then(Answers.Error(HttpStatusCode.ServiceUnavailable));
        await Assert.ThrowsAsync<HttpException>(() => _bot.Rest.CreateMessageAsync(1, WithNonce, RequestOptions.Once(Cancel)));

        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, 50035)]
    [InlineData(HttpStatusCode.Forbidden, 50013)]
    [InlineData(HttpStatusCode.NotFound, 10003)]
    public async Task What_is_refused_is_not_tried_again(HttpStatusCode status, int code)
    {
        _bot.Discord.Then(Answers.Error(status, code));

        var refusal = await Assert.ThrowsAsync<HttpException>(() => _bot.Rest.CreateMessageAsync(1, WithNonce, Cancel));

        Assert.Equal((status, code, false), (refusal.HttpCode, (int)refusal.DiscordCode!, RequestDoubt.MayHaveArrived(refusal)));
        Assert.Single(_bot.Discord.Seen);
    }

    [Fact]
    public async Task Attempts_are_bounded_and_their_pauses_too()
    {
        _bot.Discord.Otherwise = (_, _) => Task.FromResult(Answers.Error(HttpStatusCode.BadGateway));

        Task call = _bot.Rest.GetChannelAsync(1, new RequestOptions { MaxRetries = 6, CancelToken = Cancel });
        await Assert.ThrowsAsync<HttpException>(() => _bot.PassUntilAsync(call));

        DateTimeOffset[] at = [.. _bot.Discord.Seen.Select(seen => seen.At)];
        Assert.Equal(7, at.Length);
        Assert.True(at[^1] - at[0] > TimeSpan.FromSeconds(1), "The pauses grow.");
    }

    [Fact]
    public void Pauses_are_spread_below_a_bound_that_doubles_up_to_eight_seconds()
    {
        var rules = new RetryRules(new Random(7));
        for (int attempt = 0; attempt < 40; attempt++)
        {
            double bound = Math.Min(8000, 500 * Math.Pow(2, attempt));
            double[] pauses = [.. Enumerable.Range(0, 200).Select(_ => rules.Pause(attempt).TotalMilliseconds)];

            Assert.All(pauses, pause => Assert.InRange(pause, 0, bound));
            Assert.True(pauses.Max() > bound * 0.9 && pauses.Min() < bound * 0.1, "They use the whole range.");
        }
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_a_lost_answer()
    {
        _bot.Discord.Then(Answers.Of(HttpStatusCode.OK, """{"id":"5","conte"""));
        var lost = await Assert.ThrowsAsync<HttpRequestException>(
            () => _bot.Rest.CreateMessageAsync(1, WithNonce, RequestOptions.Once(Cancel)));
        _bot.Discord.Then(Answers.Of(HttpStatusCode.OK, "<html>", "text/html"));
        await _bot.PassUntilAsync(_bot.Rest.CreateMessageAsync(1, WithNonce, Cancel));

        Assert.True(RequestDoubt.MayHaveArrived(lost));
        Assert.Equal(3, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task What_an_attempt_before_may_have_done_is_not_forgotten()
    {
        _bot.Discord.ThenFail(Dropped);
        _bot.Discord.Then(Answers.Error(HttpStatusCode.NotFound, 10008));
        Task deleted = _bot.Rest.CreateMessageAsync(1, WithNonce, Cancel);
        var refusal = await Assert.ThrowsAsync<HttpException>(() => _bot.PassUntilAsync(deleted));
        _bot.Discord.ThenFail(Dropped);
        _bot.Discord.ThenFail(NeverConnected);
        Task gone = _bot.Rest.CreateMessageAsync(1, WithNonce, new RequestOptions { MaxRetries = 1, CancelToken = Cancel });
        var lost = await Assert.ThrowsAsync<HttpRequestException>(() => _bot.PassUntilAsync(gone));

        Assert.True(refusal.FollowsDoubt);
        Assert.True(RequestDoubt.MayHaveArrived(refusal));
        Assert.Equal(HttpRequestError.ResponseEnded, lost.HttpRequestError);
    }

    [Fact]
    public async Task A_deletion_that_was_carried_out_before_its_answer_was_lost_succeeds()
    {
        _bot.Discord.ThenFail(Dropped);
        _bot.Discord.Then(Answers.Error(HttpStatusCode.NotFound, 10008));

        await _bot.PassUntilAsync(_bot.Rest.DeleteMessageAsync(1, 2, Cancel));

        Assert.Equal(2, _bot.Discord.Seen.Count);
        _bot.Discord.Then(Answers.Error(HttpStatusCode.NotFound, 10008));
        await Assert.ThrowsAsync<HttpException>(() => _bot.Rest.DeleteMessageAsync(1, 2, Cancel));
    }

    [Fact]
    public async Task A_first_response_that_arrived_before_its_answer_was_lost_succeeds()
    {
        _bot.Discord.ThenFail(Dropped);
        _bot.Discord.Then(Answers.Error(HttpStatusCode.BadRequest, 40060));

        await _bot.PassUntilAsync(_bot.Rest.CreateInteractionResponseAsync(1, "secret", InteractionResponse.Defer(), Cancel));

        _bot.Discord.Then(Answers.Error(HttpStatusCode.BadRequest, 40060));
        var refusal = await Assert.ThrowsAsync<HttpException>(
            () => _bot.Rest.CreateInteractionResponseAsync(2, "secret", InteractionResponse.Defer(), Cancel));
        Assert.Equal(DiscordErrorCode.InteractionAlreadyAcknowledged, refusal.DiscordCode);
    }

    [Fact]
    public async Task A_thread_and_a_publication_that_exist_since_the_attempt_before_are_returned()
    {
        _bot.Discord.ThenFail(Dropped);
        _bot.Discord.Then(Answers.Error(HttpStatusCode.BadRequest, 160004));
        _bot.Discord.Then(Answers.Ok("""{"id":"2","type":11}"""));
        Task<Channel> thread = _bot.Rest.CreateThreadFromMessageAsync(1, 2, new ThreadProperties { Name = "story" }, Cancel);
        await _bot.PassUntilAsync(thread);
        _bot.Discord.ThenFail(Dropped);
        _bot.Discord.Then(Answers.Error(HttpStatusCode.BadRequest, 40033));
        _bot.Discord.Then(Answers.Ok("""{"id":"2","flags":1}"""));
        Task<Message> published = _bot.Rest.CrosspostMessageAsync(1, 2, Cancel);
        await _bot.PassUntilAsync(published);

        Assert.Equal((2UL, ChannelType.PublicThread), ((await thread).Id, (await thread).Type));
        Assert.Equal(MessageFlags.Crossposted, (await published).Flags);
        Assert.Equal(
            ["/channels/2", "/channels/1/messages/2"],
            _bot.Discord.Seen.Where(seen => seen.Method == "GET").Select(seen => seen.Path));
    }

    [Fact]
    public async Task A_follow_up_is_not_sent_again_where_it_may_have_arrived()
    {
        _bot.Discord.ThenFail(Dropped);

        await Assert.ThrowsAsync<HttpRequestException>(() => _bot.Rest.CreateFollowupAsync(1, "secret", WithNonce, Cancel));

        Assert.Single(_bot.Discord.Seen);
        Assert.Null(_bot.Discord.Seen[0].Body!["nonce"]);
    }
}

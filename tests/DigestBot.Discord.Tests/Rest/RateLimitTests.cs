using System.Net;
using DigestBot.Discord.Tests.Infrastructure;

namespace DigestBot.Discord.Tests.Rest;

/// <summary>Limits are kept before Discord has to enforce them.</summary>
public sealed class RateLimitTests : IDisposable
{
    private static readonly MessageProperties Hello = new() { Content = "hello" };

    private readonly TestClient _bot = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Until_a_limit_is_known_one_request_of_a_route_is_on_its_way()
    {
        var first = new TaskCompletionSource<HttpResponseMessage>();
        _bot.Discord.Then((_, _) => first.Task);

        Task[] calls = [Post(1), Post(1), Post(1)];
        Assert.Single(_bot.Discord.Seen);
        first.SetResult(Answers.Ok(bucket: "b", remaining: 4));
        await Task.WhenAll(calls).SoonAsync();
        Assert.Equal(3, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task A_spent_bucket_is_waited_for_to_the_millisecond()
    {
        _bot.Discord.Then(Answers.Ok(bucket: "b", remaining: 0, resetAfter: 1.417));
        await Post(1);

        Task second = Post(1);
        _bot.Clock.Advance(TimeSpan.FromSeconds(1.416));
        Assert.Single(_bot.Discord.Seen);
        _bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await second.SoonAsync();

        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task One_channel_does_not_wait_for_another()
    {
        _bot.Discord.Then(Answers.Ok(bucket: "b", remaining: 0, resetAfter: 60));
        await Post(1);

        await Post(2);

        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task Routes_that_share_a_bucket_share_its_limit()
    {
        _bot.Discord.Then(Answers.Ok(bucket: "b", remaining: 3));
        _bot.Discord.Then(Answers.Ok(bucket: "b", remaining: 0, resetAfter: 5));
        await Post(1);
        await _bot.Rest.GetChannelAsync(1, Cancel);

        Task third = Post(1);
        _bot.Clock.Advance(TimeSpan.FromSeconds(4.999));
        Assert.Equal(2, _bot.Discord.Seen.Count);
        _bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await third.SoonAsync();
    }

    [Fact]
    public async Task Whoever_waits_first_is_sent_first()
    {
        _bot.Discord.Then(Answers.Ok(bucket: "b", limit: 1, remaining: 0, resetAfter: 1));
        await Post(1);
        _bot.Discord.Otherwise = (_, _) => Task.FromResult(Answers.Ok(bucket: "b", limit: 1, remaining: 0, resetAfter: 1));

        await _bot.PassUntilAsync(Task.WhenAll(
            Enumerable.Range(0, 5).Select(i => _bot.Rest.CreateMessageAsync(1, new MessageProperties { Content = $"{i}" }, Cancel))));

        Assert.Equal(["0", "1", "2", "3", "4"], _bot.Discord.Seen.Skip(1).Select(seen => (string)seen.Body!["content"]!));
    }

    [Fact]
    public async Task A_burst_over_many_channels_never_exceeds_what_discord_allows()
    {
        var server = new LimitingServer(_bot.Clock, limit: 5, window: TimeSpan.FromSeconds(5));
        _bot.Discord.Otherwise = server.AnswerAsync;

        await _bot.PassUntilAsync(Task.WhenAll(
            from i in Enumerable.Range(0, 60) select Post((ulong)(1 + (i % 3)))));

        Assert.Equal(60, server.Accepted);
        Assert.Equal(0, server.Refused);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Answers_that_are_late_and_overtake_each_other_let_nobody_in_too_early(int seed)
    {
        var server = new LimitingServer(_bot.Clock, limit: 5, window: TimeSpan.FromSeconds(2));
        var random = new Random(seed);
        var rolling = new Lock();
        _bot.Discord.Otherwise = async (request, cancellationToken) =>
        {
            (int there, int back) = Roll();
            await Task.Delay(TimeSpan.FromMilliseconds(there), _bot.Clock, cancellationToken);
            HttpResponseMessage answer = await server.AnswerAsync(request, cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(back), _bot.Clock, cancellationToken);
            return answer;
        };

        await _bot.PassUntilAsync(Task.WhenAll(
            from i in Enumerable.Range(0, 80) select Post((ulong)(1 + (i % 2)))));

        Assert.Equal((80, 0), (server.Accepted, server.Refused));

        (int There, int Back) Roll()
        {
            lock (rolling)
            {
                return (random.Next(400), random.Next(400));
            }
        }
    }

    [Fact]
    public async Task After_one_refusal_the_others_of_a_burst_wait()
    {
        _bot.Discord.Then(Answers.Ok(bucket: "b", limit: 10, remaining: 9, resetAfter: 10));
        await Post(1);
        var refusal = new TaskCompletionSource<HttpResponseMessage>();
        _bot.Discord.Then((_, _) => refusal.Task);
        Task refused = Post(1);
        refusal.SetResult(Answers.Limited(2.5, bucket: "b"));
        Task[] others = [.. Enumerable.Range(0, 8).Select(_ => Post(1))];

        await _bot.PassUntilAsync(Task.WhenAll([refused, .. others]));

        Assert.Equal(11, _bot.Discord.Seen.Count);
        Assert.All(_bot.Discord.Seen.Skip(2), seen => Assert.True(seen.At - _bot.Discord.Seen[1].At >= TimeSpan.FromSeconds(2.5)));
    }

    [Theory]
    [InlineData(417)]
    [InlineData(64_570)]
    [InlineData(1_000)]
    public async Task A_refusal_with_decimals_is_waited_out_and_tried_again(int milliseconds)
    {
        _bot.Discord.Then(Answers.Limited(milliseconds / 1000.0));

        Task call = Post(1);
        _bot.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.Single(_bot.Discord.Seen);
        _bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await call.SoonAsync();

        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task A_global_refusal_stops_every_route()
    {
        _bot.Discord.Then(Answers.Limited(3, "global", global: true));
        Task first = Post(1);

        Task second = _bot.Rest.GetGuildAsync(7, Cancel);
        _bot.Clock.Advance(TimeSpan.FromSeconds(2.999));
        Assert.Single(_bot.Discord.Seen);
        _bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(first, second).SoonAsync();

        Assert.Equal(3, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task A_refusal_whose_body_is_broken_concerns_whom_its_headers_name()
    {
        HttpResponseMessage page = Answers.Of(HttpStatusCode.TooManyRequests, "<html>slow down</html>", "text/html");
        page.Headers.Add("X-RateLimit-Scope", "user");
        page.Headers.Add("Retry-After", "3000");
        _bot.Discord.Then(page);

        var limited = await Assert.ThrowsAsync<RateLimitedException>(() => _bot.Rest.GetChannelAsync(1, RequestOptions.Once(Cancel)));
        await _bot.Rest.GetChannelAsync(2, Cancel);

        Assert.Equal((RateLimitScope.User, TimeSpan.FromSeconds(3000)), (limited.Scope, limited.RetryAfter));
    }

    [Fact]
    public async Task A_refusal_from_before_discord_concerns_the_whole_address()
    {
        HttpResponseMessage page = Answers.Of(HttpStatusCode.TooManyRequests, "<html>slow down</html>", "text/html");
        page.Headers.Add("Retry-After", "20");
        _bot.Discord.Then(page);

        var refusal = await Assert.ThrowsAsync<RateLimitedException>(() => _bot.Rest.GetChannelAsync(1, RequestOptions.Once(Cancel)));
        Task other = _bot.Rest.GetGuildAsync(7, Cancel);
        _bot.Clock.Advance(TimeSpan.FromSeconds(19.999));
        Assert.Single(_bot.Discord.Seen);
        _bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await other.SoonAsync();

        Assert.Equal((TimeSpan.FromSeconds(20), true), (refusal.RetryAfter, refusal.IsGlobal));
    }

    [Theory]
    [InlineData("user", RateLimitScope.User)]
    [InlineData("shared", RateLimitScope.Shared)]
    public async Task Without_retries_a_refusal_tells_how_long_to_wait(string scope, RateLimitScope expected)
    {
        _bot.Discord.Then(Answers.Limited(1.25, scope));

        var refusal = await Assert.ThrowsAsync<RateLimitedException>(
            () => _bot.Rest.CreateMessageAsync(1, Hello, RequestOptions.Once(Cancel)));

        Assert.Equal((TimeSpan.FromSeconds(1.25), expected, false), (refusal.RetryAfter, refusal.Scope, refusal.WasUnsent));
        Assert.False(RequestDoubt.MayHaveArrived(refusal));
    }

    [Fact]
    public async Task A_known_limit_is_waited_for_even_without_retries()
    {
        _bot.Discord.Then(Answers.Ok(bucket: "b", remaining: 0, resetAfter: 2));
        await Post(1);

        Task second = _bot.Rest.CreateMessageAsync(1, Hello, RequestOptions.Once(Cancel));
        Assert.Single(_bot.Discord.Seen);
        _bot.Clock.Advance(TimeSpan.FromSeconds(2));
        await second.SoonAsync();
    }

    [Fact]
    public async Task A_wait_beyond_the_callers_patience_is_refused_at_once_and_nothing_is_sent()
    {
        _bot.Discord.Then(Answers.Ok(bucket: "b", remaining: 0, resetAfter: 30));
        await Post(1);

        var refusal = await Assert.ThrowsAsync<RateLimitedException>(() => Post(1, patience: TimeSpan.FromSeconds(29)));

        Assert.Equal((TimeSpan.FromSeconds(30), true), (refusal.RetryAfter, refusal.WasUnsent));
        Assert.Single(_bot.Discord.Seen);
    }

    [Fact]
    public async Task Whoever_is_cancelled_while_waiting_takes_nobodys_place()
    {
        _bot.Discord.Then(Answers.Ok(bucket: "b", limit: 1, remaining: 0, resetAfter: 5));
        await Post(1);
        using var impatient = new CancellationTokenSource();
        Task cancelled = _bot.Rest.CreateMessageAsync(1, Hello, impatient.Token);
        Task patient = Post(1);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        _bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await patient.SoonAsync();

        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task Headers_that_make_no_sense_are_ignored()
    {
        HttpResponseMessage odd = Answers.Ok();
        odd.Headers.Add("X-RateLimit-Bucket", "b");
        odd.Headers.Add("X-RateLimit-Limit", "many");
        odd.Headers.Add("X-RateLimit-Remaining", "-3");
        odd.Headers.Add("X-RateLimit-Reset-After", "NaN");
        _bot.Discord.Then(odd);

        await Post(1);
        await Post(1);

        Assert.Equal(2, _bot.Discord.Seen.Count);
    }

    [Fact]
    public async Task Buckets_that_nobody_uses_are_forgotten()
    {
        _bot.Discord.Otherwise = (_, _) => Task.FromResult(Answers.NoContent());
        for (ulong id = 1; id <= 500; id++)
        {
            await _bot.Rest.CreateInteractionResponseAsync(id, $"token{id}", InteractionResponse.Defer(), Cancel);
        }

        Assert.Equal(500, _bot.Rest.BucketCount);
        _bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await _bot.Rest.CreateInteractionResponseAsync(501, "token", InteractionResponse.Defer(), Cancel);

        Assert.Equal(1, _bot.Rest.BucketCount);
    }

    private Task<Message> Post(ulong channel, TimeSpan? patience = null) =>
        _bot.Rest.CreateMessageAsync(channel, Hello, new RequestOptions { CancelToken = Cancel, MaxWait = patience });
}

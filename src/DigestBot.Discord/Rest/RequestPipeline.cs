using System.Net;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace DigestBot.Discord;

/// <summary>Carries a request to Discord and its answer back: within the limits, and again where that is allowed.</summary>
internal sealed partial class RequestPipeline(
    DiscordRestConfig config, HttpMessageInvoker http, TimeProvider clock, Random random, ILogger logger)
{
    private readonly RestExchange _exchange = new(config, http, clock);
    private readonly BucketMap _buckets = new(clock);
    private readonly GlobalLimit _global = new(config.GlobalRequestsPerSecond, clock);
    private readonly InvalidRequestBudget _budget = new(config.InvalidRequestBudget, clock);
    private readonly RetryRules _retries = new(random);
    private volatile bool _tokenRefused;

    /// <summary>Buckets that are remembered.</summary>
    internal int BucketCount => _buckets.Count;

    public async Task<T> SendAsync<T>(RestRequest request, JsonTypeInfo<T> answer, RequestOptions? options) =>
        await RetryAsync(request, body => Understand(request, body, answer), options ?? config.DefaultOptions);

    public Task SendAsync(RestRequest request, RequestOptions? options) =>
        RetryAsync(request, _ => true, options ?? config.DefaultOptions);

    private async Task<T> RetryAsync<T>(RestRequest request, Func<ReadOnlyMemory<byte>, T> understand, RequestOptions options)
    {
        RetryMode mode = options.RetryMode ?? config.DefaultOptions.RetryMode ?? RetryMode.RetrySafe;
        int retries = options.MaxRetries ?? config.DefaultOptions.MaxRetries ?? 0;
        ExceptionDispatchInfo? doubtful = null;
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return understand(await AttemptAsync(request, options));
            }
            catch (Exception exception) when (attempt < retries && RetryRules.MayRetry(request, mode, exception))
            {
                doubtful = RequestDoubt.MayHaveArrived(exception) ? ExceptionDispatchInfo.Capture(exception) : doubtful;
                await PauseAsync(request, exception, attempt, options.CancelToken);
            }
            catch (HttpException exception) when (doubtful is not null)
            {
                exception.FollowsDoubt = true;
                throw;
            }
            catch (Exception exception) when (doubtful is not null && !RequestDoubt.MayHaveArrived(exception))
            {
                doubtful.Throw(); // that this attempt never left says nothing about the one before
                throw;
            }
        }
    }

    // After a 429 the bucket itself makes the next attempt wait, for as long as Discord asked.
    private async Task PauseAsync(RestRequest request, Exception exception, int attempt, CancellationToken cancellationToken)
    {
        TimeSpan pause = exception is RateLimitedException ? TimeSpan.Zero : _retries.Pause(attempt);
        LogRetry(exception, request.Route, attempt + 2, pause);
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private async Task<ReadOnlyMemory<byte>> AttemptAsync(RestRequest request, RequestOptions options)
    {
        RequestOptions defaults = config.DefaultOptions;
        TimeSpan timeout = options.Timeout ?? defaults.Timeout ?? Timeout.InfiniteTimeSpan;
        TimeSpan patience = options.MaxWait ?? defaults.MaxWait ?? TimeSpan.FromDays(1);
        CancellationToken cancellationToken = options.CancelToken;

        Bucket bucket = await _buckets.EnterAsync(request, patience, cancellationToken);
        RestAnswer? answer = null;
        try
        {
            await _global.EnterAsync(request, patience, cancellationToken);
            CheckAllowed(request); // last, since much may have been refused during the wait
            answer = await _exchange.SendAsync(request, timeout, cancellationToken);
        }
        finally
        {
            bool refused = answer?.Status == HttpStatusCode.TooManyRequests;
            bool bucketRefused = refused && answer!.Scope != RateLimitScope.Global;
            if (refused && !bucketRefused)
            {
                _global.Block(answer!.RetryAfter ?? TimeSpan.Zero);
            }

            _buckets.Leave(bucket, request, answer?.Bucket, bucketRefused ? answer!.RetryAfter : null);
        }

        return Judge(request, answer);
    }

    private ReadOnlyMemory<byte> Judge(RestRequest request, RestAnswer answer)
    {
        if (answer.IsSuccess)
        {
            return answer.Body;
        }

        _budget.Count(answer.Status, answer.Scope);
        if (answer.Status == HttpStatusCode.Unauthorized && request.Authorized)
        {
            _tokenRefused = true;
            LogTokenRefused(request.Route);
        }

        HttpException refusal = ErrorReader.Read(request.Route, answer);
        if (refusal is RateLimitedException limited)
        {
            LogLimited(request.Route, limited.Scope, limited.RetryAfter);
        }

        throw refusal;
    }

    private void CheckAllowed(RestRequest request)
    {
        _budget.Check(request.Route);
        if (!request.Authorized)
        {
            return;
        }

        if (config.Token is null)
        {
            throw new InvalidOperationException($"{request.Route} needs the bot's token, and this client has none.");
        }

        if (_tokenRefused)
        {
            const string reason = "Not sent: Discord has refused the token before.";
            throw new HttpException(request.Route, HttpStatusCode.Unauthorized, null, reason, []);
        }
    }

    // An answer that cannot be read is a lost answer: the request was carried out.
    private static T Understand<T>(RestRequest request, ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException exception)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, $"{request.Route}: the answer cannot be read.", exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Discord limits {Route} ({Scope}) for {RetryAfter}")]
    private partial void LogLimited(string route, RateLimitScope scope, TimeSpan retryAfter);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Route} failed; attempt {Attempt} follows after {Pause}")]
    private partial void LogRetry(Exception exception, string route, int attempt, TimeSpan pause);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Discord refuses the bot's token ({Route}); nothing more is sent with it. Get a new one from the developer portal")]
    private partial void LogTokenRefused(string route);
}

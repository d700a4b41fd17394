using System.Net;

namespace DigestBot.Discord;

/// <summary>What came back for one attempt.</summary>
/// <param name="Status">The status.</param>
/// <param name="Reason">The phrase beside it.</param>
/// <param name="Body">The body, as it is.</param>
/// <param name="Bucket">What it told about its bucket.</param>
/// <param name="RetryAfter">How long a 429, or a busy server, asks to wait.</param>
/// <param name="Scope">Whose limit a 429 is about.</param>
internal sealed record RestAnswer(
    HttpStatusCode Status, string? Reason, ReadOnlyMemory<byte> Body, RateLimitHeaders? Bucket, TimeSpan? RetryAfter, RateLimitScope? Scope)
{
    // A 429 that says neither whose limit it is nor for how long comes from what protects Discord, and concerns the whole address.
    private static readonly TimeSpan UnknownPause = TimeSpan.FromMinutes(1);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public static RestAnswer Of(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        TimeSpan? header = RateLimitHeaders.ReadRetryAfter(response.Headers);
        RateLimitScope? scope = RateLimitHeaders.ReadScope(response.Headers);
        TimeSpan? retryAfter = header;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var limit = ErrorReader.ReadLimit(body);
            retryAfter = limit?.RetryAfter ?? header ?? UnknownPause;
            scope = limit is { IsGlobal: true } ? RateLimitScope.Global
                : scope ?? (limit is null ? RateLimitScope.Global : RateLimitScope.User);
        }

        return new RestAnswer(response.StatusCode, response.ReasonPhrase, body, RateLimitHeaders.Read(response.Headers), retryAfter, scope);
    }
}

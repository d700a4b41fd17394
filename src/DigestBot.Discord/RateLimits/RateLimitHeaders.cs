using System.Globalization;
using System.Net.Http.Headers;

namespace DigestBot.Discord;

/// <summary>What an answer tells about its bucket.</summary>
/// <param name="Bucket">The bucket's name; routes that share it share the limit.</param>
/// <param name="Limit">Requests per window.</param>
/// <param name="Remaining">Requests left in this window.</param>
/// <param name="ResetAfter">Until the window ends.</param>
internal sealed record RateLimitHeaders(string Bucket, int Limit, int Remaining, TimeSpan ResetAfter)
{
    private const int Noise = 3; // 0.417 * 1000 is a little more than 417

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Null where the answer tells nothing usable.</summary>
    public static RateLimitHeaders? Read(HttpResponseHeaders headers) =>
        Value(headers, "X-RateLimit-Bucket") is { Length: > 0 } bucket
        && Count(headers, "X-RateLimit-Limit") is { } limit
        && Count(headers, "X-RateLimit-Remaining") is { } remaining
        && Seconds(Value(headers, "X-RateLimit-Reset-After")) is { } resetAfter
            ? new RateLimitHeaders(bucket, Math.Max(1, limit), remaining, resetAfter)
            : null;

    public static RateLimitScope? ReadScope(HttpResponseHeaders headers) => Value(headers, "X-RateLimit-Scope") switch
    {
        "user" => RateLimitScope.User,
        "global" => RateLimitScope.Global,
        "shared" => RateLimitScope.Shared,
        _ when Value(headers, "X-RateLimit-Global") == "true" => RateLimitScope.Global,
        _ => null,
    };

    public static TimeSpan? ReadRetryAfter(HttpResponseHeaders headers) => Seconds(Value(headers, "Retry-After"));

    /// <summary>Seconds with decimals, rounded up to the millisecond, at most a day; null for anything else.</summary>
    public static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double seconds)
            ? Seconds(seconds)
            : null;

    public static TimeSpan? Seconds(double seconds) =>
        double.IsNaN(seconds) || seconds < 0 ? null : seconds > Longest.TotalSeconds ? Longest
            : TimeSpan.FromMilliseconds(Math.Ceiling(Math.Round(seconds * 1000, Noise)));

    private static int? Count(HttpResponseHeaders headers, string name) =>
        int.TryParse(Value(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;

    private static string? Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? values.FirstOrDefault() : null;
}

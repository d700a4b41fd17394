using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DigestBot.FakeDiscord.Faults;
using DigestBot.FakeDiscord.Rest;

namespace DigestBot.FakeDiscord.Limits;

/// <summary>Buckets of requests, per route and channel, guild or webhook; and the common limit of a second.</summary>
/// <remarks>The figures of buckets are Discord's secret; these are what deployments report, or generous.</remarks>
internal sealed class RateLimits(TimeProvider clock, FakeDiscordOptions options)
{
    private static readonly string[] MajorParameters = ["channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token"];

    private readonly Dictionary<string, (int Remaining, DateTimeOffset ResetAt)> _buckets = [];
    private (int Used, DateTimeOffset EndsAt) _second;

    /// <summary>Takes one request from its bucket; the headers to answer with, and how long to wait if it was one too many.</summary>
    public Allowance Take(RestRoute route, RestCall call)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (route.CountsGlobally && options.LimitsRates && TakeGlobal(now) is { } globalWait)
        {
            return new Allowance([], globalWait, RateScope.Global);
        }

        (int limit, TimeSpan window) = LimitOf(route);
        string major = string.Join('/', MajorParameters.Select(call.Values.GetValueOrDefault).OfType<string>());
        string key = $"{route.Name} {major}";
        (int remaining, DateTimeOffset resetAt) = _buckets.GetValueOrDefault(key);
        if (now >= resetAt)
        {
            (remaining, resetAt) = (limit, now + window);
        }

        bool isOver = options.LimitsRates && remaining == 0;
        remaining = Math.Max(0, remaining - 1);
        _buckets[key] = (remaining, resetAt);
        return new Allowance(Headers(route, limit, remaining, resetAt, now), isOver ? resetAt - now : null, RateScope.User);
    }

    /// <summary>Seconds as Discord writes them.</summary>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private TimeSpan? TakeGlobal(DateTimeOffset now)
    {
        if (now >= _second.EndsAt)
        {
            _second = (0, now.AddSeconds(1));
        }

        return ++_second.Used > options.RequestsPerSecond ? _second.EndsAt - now : null;
    }

    private (int Limit, TimeSpan Window) LimitOf(RestRoute route) => route.Name switch
    {
        "POST /channels/{channel_id}/messages" => (options.MessagesPerFiveSeconds, TimeSpan.FromSeconds(5)),
        "PATCH /channels/{channel_id}/messages/{message_id}" => (options.MessagesPerFiveSeconds, TimeSpan.FromSeconds(5)),
        "POST /channels/{channel_id}/messages/{message_id}/crosspost" => (10, TimeSpan.FromHours(1)),
        _ => (50, TimeSpan.FromSeconds(5)),
    };

    private static (string, string)[] Headers(RestRoute route, int limit, int remaining, DateTimeOffset resetAt, DateTimeOffset now) =>
    [
        ("X-RateLimit-Limit", limit.ToString(CultureInfo.InvariantCulture)),
        ("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
        ("X-RateLimit-Reset", Seconds(resetAt - DateTimeOffset.UnixEpoch)),
        ("X-RateLimit-Reset-After", Seconds(resetAt - now)),
        ("X-RateLimit-Bucket", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route.Name)))[..32]),
    ];
}

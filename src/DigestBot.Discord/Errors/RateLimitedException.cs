using System.Net;

namespace DigestBot.Discord;

/// <summary>Too many requests; this one was not carried out.</summary>
public sealed class RateLimitedException : HttpException
{
    internal RateLimitedException(string route, DiscordErrorCode? discordCode, string? reason, TimeSpan retryAfter, RateLimitScope scope)
        : base(route, HttpStatusCode.TooManyRequests, discordCode, reason, [])
    {
        RetryAfter = retryAfter;
        Scope = scope;
    }

    /// <summary>How long to wait before another attempt.</summary>
    public TimeSpan RetryAfter { get; }

    public RateLimitScope Scope { get; }

    public bool IsGlobal => Scope == RateLimitScope.Global;

    /// <summary>True if the limit was known, and the request was not even sent.</summary>
    public bool WasUnsent { get; private init; }

    internal static RateLimitedException Unsent(string route, TimeSpan retryAfter, RateLimitScope scope) =>
        new(route, null, $"Not sent: its limit opens in {retryAfter.TotalSeconds:0.#} s.", retryAfter, scope) { WasUnsent = true };
}

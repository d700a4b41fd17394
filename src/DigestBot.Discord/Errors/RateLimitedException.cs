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

    /// <summary>How long Discord asks to wait.</summary>
    public TimeSpan RetryAfter { get; }

    public RateLimitScope Scope { get; }

    public bool IsGlobal => Scope == RateLimitScope.Global;
}

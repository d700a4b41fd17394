namespace DigestBot.Discord;

/// <summary>Whose limit was reached.</summary>
public enum RateLimitScope
{
    /// <summary>This bot's, on this route.</summary>
    User,

    /// <summary>This bot's, on all routes.</summary>
    Global,

    /// <summary>The resource's, whoever used it up. Does not count as an invalid request.</summary>
    Shared,
}

namespace DigestBot.Discord;

/// <summary>After which failures a request is made again.</summary>
[Flags]
public enum RetryMode
{
    /// <summary>Never. Buckets are waited for even so.</summary>
    None = 0,

    /// <summary>After a timeout or a lost connection.</summary>
    RetryTimeouts = 1,

    /// <summary>After a refusal for too many requests.</summary>
    RetryRatelimit = 4,

    /// <summary>After a server's error.</summary>
    Retry502 = 8,

    /// <summary>
    /// After all of them, except where the request may have arrived and would be done twice: then only if it reads, replaces
    /// or deletes, or is a message with a nonce.
    /// </summary>
    RetrySafe = 16 | AlwaysRetry,

    /// <summary>After all of them, even where a message may be posted twice.</summary>
    AlwaysRetry = RetryTimeouts | RetryRatelimit | Retry502,
}

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

    /// <summary>Only what can be done twice without harm: it reads, replaces or deletes, or is a message with a nonce.</summary>
    SafeOnly = 16,

    /// <summary>After all failures, even where a message may be posted twice.</summary>
    AlwaysRetry = RetryTimeouts | RetryRatelimit | Retry502,

    /// <summary>After all failures, but nothing that may have arrived and would then be done twice.</summary>
    RetrySafe = AlwaysRetry | SafeOnly,
}

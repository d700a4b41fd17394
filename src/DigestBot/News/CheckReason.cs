namespace DigestBot.News;

/// <summary>Why the next check of a source is when it is.</summary>
internal enum CheckReason
{
    /// <summary>Our own interval.</summary>
    Usual,

    /// <summary>The feed itself says how often it changes.</summary>
    AskedByFeed,

    /// <summary>Its server says for how long its answer holds.</summary>
    AskedByServer,

    /// <summary>It would have us wait for longer than we wait at most.</summary>
    Longest,

    /// <summary>It names hours or days in which it does not want to be asked.</summary>
    Skipped,

    /// <summary>It failed, and is asked less often each time.</summary>
    BackOff,

    /// <summary>Its server asked to be left alone for so long.</summary>
    RetryAfter,

    /// <summary>Its host is left alone for now, or has too many others to answer.</summary>
    Rest,

    /// <summary>Its hub tells when there is news, so it is asked more rarely.</summary>
    Pushed,

    /// <summary>Its hub told that there is news.</summary>
    Told,
}

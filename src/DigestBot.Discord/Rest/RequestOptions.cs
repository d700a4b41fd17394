namespace DigestBot.Discord;

/// <summary>How one request is made. What is null is as the client's configuration says.</summary>
public sealed record RequestOptions
{
    public CancellationToken CancelToken { get; init; }

    /// <summary>For one attempt, from its start to the end of the answer. Waiting for a limit does not count.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The longest wait for a limit; where it would be longer, a <see cref="RateLimitedException"/> comes at once.</summary>
    public TimeSpan? MaxWait { get; init; }

    public RetryMode? RetryMode { get; init; }

    /// <summary>Attempts after the first.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>One attempt and no more.</summary>
    public static RequestOptions Once(CancellationToken cancellationToken = default) =>
        new() { CancelToken = cancellationToken, RetryMode = Discord.RetryMode.None };

    /// <summary>A token alone: everything else as configured.</summary>
    public static implicit operator RequestOptions(CancellationToken cancellationToken) => new() { CancelToken = cancellationToken };
}

using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>How requests of delivery are made: what posts once, since the outbox decides about another attempt.</summary>
internal static class PostingRequests
{
    // A longer wait is the outbox's, which does something else meanwhile.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    // A look takes many requests; one that fails must not make all of them worthless.
    private const int Retries = 3;

    public static RequestOptions Once(CancellationToken cancellationToken) =>
        RequestOptions.Once(cancellationToken) with { MaxWait = LongestWait };

    /// <summary>For requests that only read, while something is looked for.</summary>
    public static RequestOptions Looking(CancellationToken cancellationToken) =>
        new() { CancelToken = cancellationToken, RetryMode = RetryMode.RetrySafe, MaxRetries = Retries, MaxWait = LongestWait };
}

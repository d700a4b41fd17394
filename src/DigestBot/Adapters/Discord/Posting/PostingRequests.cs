using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>How requests of delivery are made: once, since the outbox decides about another attempt.</summary>
internal static class PostingRequests
{
    // A longer wait is the outbox's, which does something else meanwhile.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static RequestOptions Once(CancellationToken cancellationToken) =>
        RequestOptions.Once(cancellationToken) with { MaxWait = LongestWait };
}

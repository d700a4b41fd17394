using DigestBot.Discord;

namespace DigestBot.Adapters.Discord.Posting;

/// <summary>How requests of delivery are made: once, since the outbox decides about another attempt.</summary>
internal static class PostingRequests
{
    public static RequestOptions Once(CancellationToken cancellationToken) => RequestOptions.Once(cancellationToken);
}

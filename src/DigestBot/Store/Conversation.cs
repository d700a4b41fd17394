namespace DigestBot.Store;

/// <summary>What a channel is talking about: the digest on screen and the questions so far, oldest first.</summary>
internal sealed record Conversation(string? DigestId, IReadOnlyList<string> Questions)
{
    public static Conversation Empty { get; } = new(null, []);
}

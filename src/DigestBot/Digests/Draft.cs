namespace DigestBot.Digests;

/// <summary>What channels are then shown a part of.</summary>
/// <param name="Digest">Without an id, and with more stories than a channel is shown.</param>
/// <param name="Pasts">Of each of its stories, in the same order.</param>
internal sealed record Draft(Digest Digest, IReadOnlyList<StoryPast> Pasts)
{
    /// <summary>Where it is about a story that is followed: the newest that may be seen of that; null where nothing may.</summary>
    public LastReport? Last { get; init; }
}

using DigestBot.Digests;

namespace DigestBot.Delivery;

/// <summary>A digest as it is posted by a schedule.</summary>
/// <param name="Digest">What is shown; without stories when there is nothing new and the schedule says so.</param>
/// <param name="Due">When it was to be posted.</param>
/// <param name="Late">True when the slot was missed and is caught up.</param>
internal sealed record DigestPost(Digest Digest, DateTimeOffset Due, bool Late);

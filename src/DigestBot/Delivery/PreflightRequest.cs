using DigestBot.Chat;

namespace DigestBot.Delivery;

/// <summary>What is asked before something is posted regularly.</summary>
/// <param name="SpaceKey">
/// The space that wants to post, such as <c>discord:1</c>: a channel of any other must not be answered with fine. Null where
/// the operator asks, who may post anywhere.
/// </param>
/// <param name="Channel">Where.</param>
/// <param name="Reference">What the adapter keeps about the channel; null where it keeps nothing.</param>
/// <param name="MentionRole">The role that posts shall mention; null for none.</param>
/// <param name="Phrases">Language of whoever reads the answer.</param>
internal sealed record PreflightRequest(string? SpaceKey, ChannelRef Channel, string? Reference, string? MentionRole, Phrases Phrases);

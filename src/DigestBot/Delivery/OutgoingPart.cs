using DigestBot.Chat;

namespace DigestBot.Delivery;

/// <summary>One part on its way.</summary>
/// <param name="Channel">Where it goes.</param>
/// <param name="Reference">What the adapter keeps about the channel; null where it keeps nothing.</param>
/// <param name="Nonce">
/// Names the part, the same in every attempt: 20 letters and digits. Goes with the request where the platform drops
/// doubles by it, and into the message where it is to be found again.
/// </param>
/// <param name="Part">From 1.</param>
/// <param name="Parts">Of so many.</param>
/// <param name="Body">As the adapter laid it out.</param>
/// <param name="MentionRole">The one role that may be mentioned, in part 1; null to forbid all mentions.</param>
/// <param name="FirstMessageId">The platform's id of part 1, for parts that follow it.</param>
/// <param name="Attempt">From 1.</param>
internal sealed record OutgoingPart(
    ChannelRef Channel,
    string? Reference,
    string Nonce,
    int Part,
    int Parts,
    string Body,
    string? MentionRole,
    string? FirstMessageId,
    int Attempt)
{
    /// <summary>True where it is sent within the schedule's quiet hours: nobody should be woken by it.</summary>
    public bool Silent { get; init; }
}

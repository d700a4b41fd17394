using DigestBot.Chat;

namespace DigestBot.Store.Ledger;

/// <summary>A place where a space can be reached.</summary>
/// <param name="Id">Row id.</param>
/// <param name="SpaceId">The space that it belongs to.</param>
/// <param name="Address">Platform and id there.</param>
/// <param name="Reference">What the adapter needs beyond the id, in its own form; null where it needs nothing.</param>
/// <param name="ParkedAt">Since when nothing is sent there, because the platform refused it for good; null while it is open.</param>
/// <param name="ParkedReason">One sentence: why.</param>
/// <param name="Refusals">Refusals for good since the last delivery.</param>
/// <param name="LastDelivered">When something last arrived there.</param>
internal sealed record Channel(
    long Id,
    long SpaceId,
    ChannelRef Address,
    string? Reference,
    DateTimeOffset? ParkedAt,
    string? ParkedReason,
    int Refusals,
    DateTimeOffset? LastDelivered)
{
    public bool IsParked => ParkedAt is not null;
}

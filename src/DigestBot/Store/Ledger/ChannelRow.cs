using DigestBot.Chat;

namespace DigestBot.Store.Ledger;

/// <summary>A row of <c>channel</c> as the database gives it.</summary>
internal sealed record ChannelRow
{
    /// <summary>The columns, of a table aliased c; Id comes first, because joined rows are split there.</summary>
    public const string Columns = """
        c.id AS Id, c.space_id AS SpaceId, c.address AS Address, c.reference AS Reference, c.parked_at AS ParkedAt,
        c.parked_reason AS ParkedReason, c.refusals AS Refusals, c.last_delivered AS LastDelivered
        """;

    public long Id { get; init; }

    public long SpaceId { get; init; }

    public string Address { get; init; } = "";

    public string? Reference { get; init; }

    public long? ParkedAt { get; init; }

    public string? ParkedReason { get; init; }

    public long Refusals { get; init; }

    public long? LastDelivered { get; init; }

    public Channel ToChannel() => new(
        Id,
        SpaceId,
        AddressOf(Address),
        Reference,
        Instant.FromStore(ParkedAt),
        ParkedReason,
        (int)Refusals,
        Instant.FromStore(LastDelivered));

    public static ChannelRef AddressOf(string text) => ChannelRef.TryParse(text, out ChannelRef? address)
        ? address
        : throw new StoreException($"The store holds a channel '{text}' of an unknown platform; it was written by a newer version.");
}

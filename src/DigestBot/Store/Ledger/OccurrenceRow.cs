namespace DigestBot.Store.Ledger;

/// <summary>A row of <c>occurrence</c> as the database gives it.</summary>
internal sealed record OccurrenceRow
{
    public const string Columns = """
        o.id AS Id, o.schedule_id AS ScheduleId, o.slot AS Slot, o.due AS Due, o.state AS State, o.skipped AS Skipped,
        o.problem AS Problem, o.late AS Late, o.claimed_by AS ClaimedBy, o.token AS Token, o.attempts AS Attempts,
        o.composed_at AS ComposedAt, o.digest_id AS DigestId, o.parts AS Parts, o.delivered AS Delivered, o.finished_at AS FinishedAt
        """;

    public long Id { get; init; }

    public long ScheduleId { get; init; }

    public string Slot { get; init; } = "";

    public long Due { get; init; }

    public string State { get; init; } = "";

    public string? Skipped { get; init; }

    public string? Problem { get; init; }

    public long Late { get; init; }

    public string? ClaimedBy { get; init; }

    public long Token { get; init; }

    public long Attempts { get; init; }

    public long? ComposedAt { get; init; }

    public string? DigestId { get; init; }

    public long Parts { get; init; }

    public long Delivered { get; init; }

    public long? FinishedAt { get; init; }

    public Occurrence ToOccurrence() => new(
        Id,
        ScheduleId,
        Slot,
        Instant.FromStore(Due),
        Enum.Parse<OccurrenceState>(State),
        Skipped is null ? null : Enum.Parse<SkipReason>(Skipped),
        Problem,
        Late != 0,
        ClaimedBy,
        Instant.FromStore(ComposedAt),
        DigestId,
        (int)Parts,
        (int)Delivered,
        Instant.FromStore(FinishedAt));

    public TakenOccurrence ToTaken(Schedule schedule, bool removed) => new(
        Id, Token, (int)Attempts, Slot, Instant.FromStore(Due), Late != 0, schedule, removed);
}

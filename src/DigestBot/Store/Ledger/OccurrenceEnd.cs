namespace DigestBot.Store.Ledger;

/// <summary>What became of a slot that was taken: exactly one of the cases below.</summary>
internal abstract record OccurrenceEnd
{
    private OccurrenceEnd()
    {
    }

    /// <summary>Composed; its posts are written in the same transaction.</summary>
    public sealed record Queued(string DigestId, int Parts) : OccurrenceEnd;

    /// <summary>Not posted.</summary>
    public sealed record Skipped(SkipReason Reason) : OccurrenceEnd;

    /// <summary>Given up, with one sentence.</summary>
    public sealed record Failed(string Problem) : OccurrenceEnd;

    /// <summary>Something went wrong; to be tried again at this instant.</summary>
    public sealed record Again(DateTimeOffset At, string Problem) : OccurrenceEnd;
}

namespace DigestBot.Store.Ledger;

/// <summary>How an attempt to send ended: exactly one of the cases below.</summary>
/// <param name="Note">One line for the trail: a status code, a reason.</param>
internal abstract record PostEnd(string Note)
{
    /// <summary>Arrived. Part k+1 becomes ready, after <paramref name="NextPartAfter"/>; the last part ends the slot.</summary>
    public sealed record Delivered(string MessageId, TimeSpan NextPartAfter, string Note) : PostEnd(Note);

    /// <summary>Did not arrive; to be tried again.</summary>
    public sealed record Again(DateTimeOffset At, string Note) : PostEnd(Note);

    /// <summary>Not sent yet, because of whoever reads there: it waits, and the wait is not counted.</summary>
    /// <param name="At">When it may go.</param>
    /// <param name="GiveUpAt">It is tried until then, at least.</param>
    /// <param name="Note">As above.</param>
    public sealed record Resting(DateTimeOffset At, DateTimeOffset GiveUpAt, string Note) : PostEnd(Note);

    /// <summary>May have arrived; to be looked into at this instant.</summary>
    public sealed record Unsure(DateTimeOffset At, string Note) : PostEnd(Note);

    /// <summary>May have arrived, and is not sent again. Counts as arrived for the parts that follow.</summary>
    public sealed record Unconfirmed(TimeSpan NextPartAfter, string Note) : PostEnd(Note);

    /// <summary>Given up, with the parts that follow and their slot.</summary>
    public sealed record Dead(string Note) : PostEnd(Note);
}

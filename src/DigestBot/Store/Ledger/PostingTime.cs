namespace DigestBot.Store.Ledger;

/// <summary>A time of day at which a schedule posts.</summary>
/// <param name="Number">
/// Names the slot together with the date. It stays when the time is moved: a digest moved to later on the same day is the
/// same slot, and is not posted again.
/// </param>
/// <param name="Time">Local time in the schedule's zone.</param>
internal sealed record PostingTime(int Number, TimeOnly Time);

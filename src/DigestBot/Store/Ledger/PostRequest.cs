namespace DigestBot.Store.Ledger;

/// <summary>How messages are taken.</summary>
/// <param name="Limit">At most so many.</param>
/// <param name="Lease">Held so long after their departure.</param>
/// <param name="Worker">By whom.</param>
/// <param name="Spacing">Time between two departures of the platform, over all nodes.</param>
/// <param name="Horizon">No departure is given further ahead than this.</param>
internal sealed record PostRequest(int Limit, TimeSpan Lease, string Worker, TimeSpan Spacing, TimeSpan Horizon);

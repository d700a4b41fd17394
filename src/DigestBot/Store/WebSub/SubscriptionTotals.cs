namespace DigestBot.Store.WebSub;

/// <summary>How it stands with the hubs.</summary>
/// <param name="Wanted">Feeds that name one and are read.</param>
/// <param name="Active">Of these, those of which it tells news.</param>
/// <param name="Failing">Those with whose hub something is wrong.</param>
/// <param name="Problem">What, of one of them.</param>
internal sealed record SubscriptionTotals(long Wanted, long Active, long Failing, string? Problem);

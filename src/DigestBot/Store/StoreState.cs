namespace DigestBot.Store;

/// <summary>What doctor and the health endpoint ask the store.</summary>
/// <param name="Provider">sqlite or postgresql.</param>
/// <param name="Location">Where it is, without secrets.</param>
/// <param name="Articles">Stored articles.</param>
/// <param name="Sources">Stored sources.</param>
/// <param name="Schedules">Schedules of all spaces.</param>
/// <param name="OldIndexRows">Articles that an older analyzer indexed; reindex mends them.</param>
internal sealed record StoreState(string Provider, string Location, long Articles, long Sources, long Schedules, long OldIndexRows);

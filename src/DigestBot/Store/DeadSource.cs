namespace DigestBot.Store;

/// <summary>A source that is given up, as a place is to be told of it where somebody added it.</summary>
/// <param name="SpaceId">Whose place it is.</param>
/// <param name="SourceId">The source.</param>
/// <param name="Place">Such as <c>discord:12</c>.</param>
/// <param name="Name">Of the source.</param>
/// <param name="Why">Why it is given up, in one sentence.</param>
/// <param name="DeadAt">Since when.</param>
internal sealed record DeadSource(long SpaceId, long SourceId, string Place, string Name, string Why, DateTimeOffset DeadAt);

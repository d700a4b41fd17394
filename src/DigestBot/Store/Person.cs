namespace DigestBot.Store;

/// <summary>What a person has set for themselves in one space.</summary>
/// <param name="TimeZone">IANA zone of what only they read; null for the space's own.</param>
/// <param name="Language">Language of what only they read; null for the one that holds without it.</param>
/// <param name="CaughtUpAt">Until when they have caught up; null for never.</param>
/// <param name="CaughtUpDigest">The digest that they were shown then.</param>
internal sealed record Person(string? TimeZone, string? Language, DateTimeOffset? CaughtUpAt, string? CaughtUpDigest)
{
    public static Person Unknown { get; } = new(null, null, null, null);
}

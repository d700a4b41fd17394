namespace DigestBot.Store;

/// <summary>Instants are stored as UTC milliseconds: both databases read and compare them the same.</summary>
internal static class Instant
{
    public static long ToStore(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static long? ToStore(this DateTimeOffset? instant) => instant?.ToUnixTimeMilliseconds();

    public static DateTimeOffset FromStore(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? FromStore(long? milliseconds) => milliseconds is { } value ? FromStore(value) : null;
}

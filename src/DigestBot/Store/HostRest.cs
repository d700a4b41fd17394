namespace DigestBot.Store;

/// <summary>A host that asked to be left alone, and until when.</summary>
internal sealed record HostRest(string Host, DateTimeOffset Until);

namespace DigestBot.Store;

/// <summary>An article as it has to be known to take it out of the store.</summary>
internal sealed record StoredText
{
    public long Id { get; init; }

    public long SourceId { get; init; }

    public bool Shared { get; init; }

    public long? StoryId { get; init; }

    public byte[] Identity { get; init; } = [];

    public string Title { get; init; } = "";

    public string Text { get; init; } = "";

    /// <summary>As declared, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Of the analyzer that indexed it; null where none has.</summary>
    public long? Version { get; init; }
}

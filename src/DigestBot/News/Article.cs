namespace DigestBot.News;

/// <summary>One stored article, already reduced to normalized plain text.</summary>
/// <remarks>Offsets of quotes count UTF-16 code units of <see cref="Text"/>.</remarks>
internal sealed record Article
{
    public required long Id { get; init; }

    public required long SourceId { get; init; }

    /// <summary>The publisher's name as readers see it.</summary>
    public required string Source { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public string? Byline { get; init; }

    /// <summary>BCP 47 tag as declared by the source, or null.</summary>
    public string? Language { get; init; }

    /// <summary>The earlier of published and first seen; what windows are measured on.</summary>
    public required DateTimeOffset Effective { get; init; }

    /// <summary>When its text was last changed, as it says; null where it does not. Nothing is decided by it.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Whether its publisher says that not everybody may read all of it.</summary>
    public bool IsPaywalled { get; init; }

    /// <summary>The stored story that it belongs to, or null while it is not grouped.</summary>
    public long? StoryId { get; init; }

    public required string Text { get; init; }

    /// <summary>At most so many of its words may be quoted to the space that reads it, in one digest, story or answer; null for any number.</summary>
    public int? MostQuoted { get; init; }

    public ArticleRef ToRef() => new(ArticleId.Format(Id), Title, Url, Source, Effective) { IsPaywalled = IsPaywalled };
}

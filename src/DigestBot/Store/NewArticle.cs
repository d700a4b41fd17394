namespace DigestBot.Store;

/// <summary>An article that is ready to be stored: normalized, with an identity.</summary>
internal sealed record NewArticle
{
    public required long SourceId { get; init; }

    /// <summary>Sixteen bytes that stay the same when the source edits title, text or date.</summary>
    public required byte[] Identity { get; init; }

    /// <summary>The same made without the item's own id; null where it has none.</summary>
    public byte[]? IdentityWithoutGuid { get; init; }

    /// <summary>Hash of the address, of all forms that mean the same page; null where it does not lead to this article alone.</summary>
    public long? UrlKey { get; init; }

    /// <summary>Hash of the title and its day; null where it is not to be looked for by them.</summary>
    public long? TitleKey { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public string? Byline { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, as it says: after it was published, and not after it was seen.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Whether its publisher says that not everybody may read all of it.</summary>
    public bool IsPaywalled { get; init; }

    public required DateTimeOffset Seen { get; init; }

    /// <summary>The earlier of published and seen; never changes once stored, because the id begins with it.</summary>
    public required DateTimeOffset Effective { get; init; }

    public required string Text { get; init; }

    /// <summary>Hash of title and text; a change makes a new version.</summary>
    public required long ContentHash { get; init; }
}

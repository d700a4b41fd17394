namespace DigestBot.Store.Ledger;

/// <summary>An article that a channel was shown sentences of.</summary>
internal sealed record ShownArticle
{
    public long ChannelId { get; init; }

    public long ArticleId { get; init; }

    /// <summary>The slot that showed them; later slots have larger ones.</summary>
    public long OccurrenceId { get; init; }

    public long SpaceId { get; init; }

    /// <summary>The digest that they stand in; it may have been forgotten since.</summary>
    public string? DigestId { get; init; }
}

namespace DigestBot.Store.Ledger;

/// <summary>A sentence that a channel was shown, of an article that was edited since.</summary>
internal sealed record EditedQuote
{
    public long ChannelId { get; init; }

    public long Sentence { get; init; }

    public long ArticleId { get; init; }

    /// <summary>The slot that showed it; later slots have larger ones.</summary>
    public long OccurrenceId { get; init; }

    public long SpaceId { get; init; }

    /// <summary>The digest that it stands in; it may have been forgotten since.</summary>
    public string DigestId { get; init; } = "";
}

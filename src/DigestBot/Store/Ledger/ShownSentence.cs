namespace DigestBot.Store.Ledger;

/// <summary>A sentence shown in a channel by a slot.</summary>
internal sealed record ShownSentence(long ChannelId, long Sentence, long OccurrenceId)
{
    /// <summary>The article that it stands in.</summary>
    public long? ArticleId { get; init; }

    /// <summary>Whether it is no matter that the channel was shown it before.</summary>
    public bool MayBeKnown { get; init; }
}

namespace DigestBot.Summaries;

/// <summary>How long a summary may be, and what it should be about. Exactly one of the two budgets is set.</summary>
public sealed record SummaryOptions
{
    /// <summary>At most this many sentences, 1 or more.</summary>
    public int? MaxSentences { get; init; }

    /// <summary>At most this many words (tokens between white space), 1 or more; the first sentence may exceed it alone.</summary>
    public int? MaxWords { get; init; }

    /// <summary>What the reader asked about: sentences on it gain, the rest stay eligible. Null or empty for none.</summary>
    public string? Query { get; init; }

    /// <summary>
    /// Sentences that the reader was shown before, as they were quoted: what repeats them gives way to what is new. Null or
    /// empty for none.
    /// </summary>
    public IReadOnlyList<string>? AlreadyTold { get; init; }

    /// <summary>
    /// Whether sentences are weighed by the model that was trained on short summaries of English news. With false, text in
    /// another language, or a budget of more than 5 sentences or 120 words they are weighed by position and centrality alone.
    /// </summary>
    public bool UseTrainedModel { get; init; } = true;

    internal void Validate()
    {
        if (MaxSentences.HasValue == MaxWords.HasValue)
        {
            throw new ArgumentException("Set either MaxSentences or MaxWords.");
        }

        if (MaxSentences < 1 || MaxWords < 1)
        {
            throw new ArgumentException("A summary needs room for at least one sentence or one word.");
        }
    }
}

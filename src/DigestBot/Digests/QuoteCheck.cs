using DigestBot.News;

namespace DigestBot.Digests;

/// <summary>How a quote stands against the stored article today.</summary>
internal enum QuoteState
{
    /// <summary>The article still has the sentence at the very place.</summary>
    Unchanged,

    /// <summary>The article was edited since; the version that was quoted is kept and has the sentence.</summary>
    Edited,

    /// <summary>Neither the article nor a kept version has the sentence.</summary>
    Gone,
}

/// <summary>One quote, re-checked.</summary>
internal sealed record QuoteCheck(Citation Quote, QuoteState State)
{
    /// <summary>
    /// Of an article that was edited, what stands there in its place: the sentence itself, moved or set in another way, or else the
    /// one that comes nearest to it; null where none does.
    /// </summary>
    public Citation? Now { get; init; }

    /// <summary>Whether that is the sentence itself.</summary>
    public bool Stands { get; init; }
}

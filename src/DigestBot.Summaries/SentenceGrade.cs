namespace DigestBot.Summaries;

/// <summary>Whether a sentence can stand on its own in a digest.</summary>
internal enum SentenceGrade
{
    /// <summary>A whole sentence.</summary>
    Quotable,

    /// <summary>Without an end, a beginning or much content; quoted only where an article has nothing better.</summary>
    Fragment,

    /// <summary>Not a sentence of the article: bylines, links, captions, endless runs. Never quoted.</summary>
    Debris,
}

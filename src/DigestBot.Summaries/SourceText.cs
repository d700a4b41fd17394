namespace DigestBot.Summaries;

/// <summary>One article as the summarizer sees it.</summary>
/// <param name="Id">Comes back in <see cref="Quote.SourceId"/>; unique among the sources of one summary.</param>
/// <param name="Text">Plain body text; offsets of quotes refer to it.</param>
public sealed record SourceText(string Id, string Text)
{
    /// <summary>Headline: tells what the article is about, is never quoted.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published: earlier sources are read, and quoted, first; sources without a date last.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>What the publisher says it is written in, as BCP 47; the text is looked at too. See <see cref="LanguageFinder"/>.</summary>
    public string? Language { get; init; }

    /// <summary>At most so many of its words are quoted, counted as <see cref="WordCount"/> does, 0 or more; null for any number.</summary>
    /// <remarks>A sentence is never cut: one that does not fit is passed over for the next best that does.</remarks>
    public int? MaxWords { get; init; }

    /// <summary>Who published it; carried for the caller, does not change the choice.</summary>
    public string? Publisher { get; init; }
}

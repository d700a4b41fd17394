namespace DigestBot.Summaries;

/// <summary>Why a sentence is quoted, or is not.</summary>
/// <remarks>Invariant: <see cref="Average"/> and the values of <see cref="Parts"/> add up to <see cref="Score"/>.</remarks>
/// <param name="SourceId">The <see cref="SourceText.Id"/> of its source.</param>
/// <param name="Start">Its offset in <see cref="SourceText.Text"/>, in UTF-16 code units.</param>
/// <param name="Length">Its length, in UTF-16 code units.</param>
/// <param name="Score">What <see cref="Quote.Score"/> is of a sentence that is quoted.</param>
public sealed record SentenceExplanation(string SourceId, int Start, int Length, double Score)
{
    /// <summary>Mean score of all sentences of these texts.</summary>
    public required double Average { get; init; }

    /// <summary>One part for each member of <see cref="ScorePartKind"/>, in its order.</summary>
    public required IReadOnlyList<ScorePart> Parts { get; init; }

    /// <summary>Place of its score among those of all sentences of these texts, from 1; equal scores share one.</summary>
    public required int Rank { get; init; }

    /// <summary>Whether <see cref="ExtractiveSummarizer.Summarize(IReadOnlyList{SourceText}, SummaryOptions)"/> quotes it.</summary>
    public required bool IsQuoted { get; init; }

    /// <summary>Share of its words that other sentences which are quoted have, 0 to 1; much of it keeps a sentence out.</summary>
    public required double Repeats { get; init; }
}

using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Tells how well a sentence that came near answers the question.</summary>
internal interface ISentenceJudge
{
    /// <summary>What a sentence is held against.</summary>
    string Question { get; }

    /// <param name="passage">As it was ranked among all sentences that were read.</param>
    /// <param name="sentence">Where it stands.</param>
    ScoredSentence Judge(RankedPassage passage, ArticleSentence sentence);
}

namespace DigestBot.Summaries;

/// <summary>What the trained model looks at.</summary>
/// <remarks>The numbers stand in the files of weights: never renumber, only append.</remarks>
internal enum SentenceFeature
{
    /// <summary>Sentences of the source before it, debris left out.</summary>
    Position,

    /// <summary>The same as a share of the source, 0 to 1.</summary>
    RelativePosition,

    /// <summary>Words, at most 80.</summary>
    Words,

    /// <summary>Share of the words that are terms.</summary>
    TermShare,

    /// <summary>Likeness to the sentences that follow in its source, as a share of the highest there.</summary>
    Forward,

    /// <summary>Likeness to the sentences before it in its source, as a share of the highest there.</summary>
    Backward,

    /// <summary>Likeness to all others of its source, as a share of the highest there.</summary>
    Central,

    /// <summary>Cosine with the sum of its source.</summary>
    Centroid,

    /// <summary>How frequent its terms are in the source, mean, in percent of all terms.</summary>
    MeanFrequency,

    /// <summary>Cosine with the first sentence of its source.</summary>
    LikeFirst,

    /// <summary>Highest cosine with the three sentences before it.</summary>
    LikeNeighbours,

    /// <summary>Share of the title's terms that it has.</summary>
    TitleHad,

    /// <summary>Share of its terms that the title has.</summary>
    TitleShare,

    /// <summary>Share of words with digits.</summary>
    Numbers,

    /// <summary>Share of words behind the first that begin with a capital.</summary>
    Capitals,

    /// <summary>1 where a quotation mark stands in it.</summary>
    Quotation,

    /// <summary>1 where it begins with one.</summary>
    StartsQuoted,

    /// <summary>1 where it begins with a word that points back.</summary>
    Leans,

    /// <summary>1 where it asks.</summary>
    Asks,

    /// <summary>1 where it says who said it.</summary>
    Attributes,

    /// <summary>1 where it holds a bracket.</summary>
    Bracket,

    /// <summary>Share of its terms that its source has not had before.</summary>
    New,

    /// <summary>Share of its terms that come again later in its source.</summary>
    Recurring,

    /// <summary>Sentences of its source.</summary>
    SourceLength,

    /// <summary>Mean likeness to a sentence that follows in its source.</summary>
    MeanForward,

    /// <summary>Mean likeness to a sentence before it in its source.</summary>
    MeanBackward,

    /// <summary>Likeness to all sentences of other sources, as a share of the highest.</summary>
    Across,

    /// <summary>Mean likeness to a sentence of another source.</summary>
    MeanAcross,

    /// <summary>Cosine with the sum of the two first sentences of each other source.</summary>
    LikeOtherLeads,

    /// <summary>How many of the other sources have its terms, weighted mean, 0 to 1.</summary>
    Corroborated,

    /// <summary>Share of the best other title's terms that it has.</summary>
    OtherTitleHad,

    /// <summary>Number of sources.</summary>
    Sources,

    /// <summary>Place of its source, from 0.</summary>
    SourcePlace,
}

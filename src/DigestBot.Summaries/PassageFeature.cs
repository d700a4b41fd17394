namespace DigestBot.Summaries;

/// <summary>What the trained model looks at, to tell how well a passage answers a question.</summary>
/// <remarks>The numbers stand in the files of weights: never renumber, only append.</remarks>
internal enum PassageFeature
{
    /// <summary>Share of the question's terms that it has, weighted by rarity.</summary>
    Coverage,

    /// <summary>The same with what its neighbours have, at a discount.</summary>
    CoverageAround,

    /// <summary>Share of the question's terms that it has, weighted by rarity in English news.</summary>
    CoverageInNews,

    /// <summary>Share of the question's terms that its next term follows closely.</summary>
    Pairs,

    /// <summary>Share of the question's names and numbers that it has; 1 if there are none.</summary>
    Names,

    /// <summary>Terms of the question that it lacks.</summary>
    Missing,

    /// <summary>Most terms of the question in a row, in the question's order.</summary>
    LongestRun,

    /// <summary>1 where it offers the kind of answer that is asked for, 0.5 where none is.</summary>
    HasKind,

    /// <summary>The kind of answer that is asked for.</summary>
    Kind,

    /// <summary>Numbers in it that the question has not.</summary>
    OtherNumbers,

    /// <summary>Names in it that the question has not.</summary>
    OtherNames,

    /// <summary>Its terms, at most 60.</summary>
    Length,

    /// <summary>Share of its terms that the question has.</summary>
    Density,

    /// <summary>Coverage as a share of the best passage's.</summary>
    OfBest,

    /// <summary>Passages that are better without training.</summary>
    Rank,

    /// <summary>Share of the question that the passage before has and it lacks.</summary>
    Before,

    /// <summary>Share of the question that the passage behind has and neither it nor the one before.</summary>
    After,

    /// <summary>Terms from the first to the last that it shares with the question.</summary>
    Window,

    /// <summary>Terms of the question.</summary>
    QuestionTerms,

    /// <summary>Its terms before the first that the question has.</summary>
    FirstMatch,

    /// <summary>Terms between a word of the kind that is asked for and a word of the question, 30 for far.</summary>
    KindDistance,

    /// <summary>1 where it begins with a word that points back.</summary>
    Leans,

    /// <summary>1 where it has the first term of the question.</summary>
    FirstTerm,

    /// <summary>1 where it has the last term of the question.</summary>
    LastTerm,

    /// <summary>1 where it says what something is: "is a", "was the".</summary>
    Defines,

    /// <summary>1 where the question asks what or who something is.</summary>
    AsksDefinition,

    /// <summary>How much more of the question it has than the best other passage, or less.</summary>
    Lead,

    /// <summary>Score without training, as a share of the best.</summary>
    Untrained,

    /// <summary>Place among the passages; this and what follows are -1 where places mean nothing.</summary>
    Place,

    /// <summary>The same as a share, 0 to 1.</summary>
    RelativePlace,

    /// <summary>Number of passages, at most 40.</summary>
    Passages,

    /// <summary>Share of the question's terms that it has, or has a word with the same beginning for.</summary>
    Similar,

    /// <summary>Words of the longest name in it that the question has not.</summary>
    LongestName,

    /// <summary>Score without training.</summary>
    UntrainedScore,

    /// <summary>Terms of the question that it has twice or more.</summary>
    Repeated,

    /// <summary>What the model gives the best passage: only where it is asked whether any passage answers.</summary>
    BestScore,

    /// <summary>What the model gives the second best.</summary>
    NextScore,

    /// <summary>Share of the question's terms that no passage has, weighted by rarity in English news: only there.</summary>
    Unsaid,

    /// <summary>Names and numbers of the question that no passage has: only there.</summary>
    UnsaidNames,

    /// <summary>Terms of the question that no passage has, or has a word with the same beginning for: only there.</summary>
    Unlike,

    /// <summary>1 where the question denies: not, never: only there.</summary>
    Denies,

    /// <summary>All words of the question: only there.</summary>
    QuestionWords,

    /// <summary>How much of the question stands around the best word of the kind that is asked for.</summary>
    Around,

    /// <summary>Terms between a word of that kind and the question's first term, 30 for far.</summary>
    FocusGap,

    /// <summary>Share of the question that a passage before has and it lacks, -1 where places mean nothing.</summary>
    Earlier,

    /// <summary>Share of the question that only a passage behind has, -1 where places mean nothing.</summary>
    Later,

    /// <summary>Names and numbers of the question that it lacks.</summary>
    MissingNames,

    /// <summary>How rare in English news the rarest term is that it lacks.</summary>
    RarestMissing,

    /// <summary>Share of the question that no other passage has.</summary>
    OnlyHere,
}

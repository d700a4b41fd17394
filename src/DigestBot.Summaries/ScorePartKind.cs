namespace DigestBot.Summaries;

/// <summary>What part of a sentence's score comes from.</summary>
/// <remarks>Part of the public API: members keep their names and meaning; new ones are appended.</remarks>
public enum ScorePartKind
{
    /// <summary>Where it stands in its article, and in how long a one.</summary>
    Position,

    /// <summary>How much of the rest of its article it has; in texts weighed without the model, of all articles.</summary>
    Centrality,

    /// <summary>How much of what the other articles report it has.</summary>
    Corroboration,

    /// <summary>How many of the headlines' words it has.</summary>
    Title,

    /// <summary>Names and figures in it.</summary>
    NamesAndFigures,

    /// <summary>How long it is.</summary>
    Length,

    /// <summary>What kind of sentence it is: a quotation, a question, one that says who said it or that points back.</summary>
    Form,

    /// <summary>How much of it its article has not said before.</summary>
    NewWords,

    /// <summary>How much of <see cref="SummaryOptions.Query"/> it has.</summary>
    Query,

    /// <summary>How much of it <see cref="SummaryOptions.AlreadyTold"/> has: never above what is usual.</summary>
    AlreadyTold,
}

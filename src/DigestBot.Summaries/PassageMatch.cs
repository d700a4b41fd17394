namespace DigestBot.Summaries;

/// <summary>What one passage has of a question.</summary>
internal readonly record struct PassageMatch
{
    /// <summary>A bit for each term of the question that it has.</summary>
    public ulong Terms { get; init; }

    /// <summary>A bit for each term of the question that is followed closely by the question's next term.</summary>
    public ulong Pairs { get; init; }

    /// <summary>Kinds of answer that its other words offer.</summary>
    public AnswerType Offered { get; init; }

    /// <summary>Its terms, repetitions counted.</summary>
    public int Length { get; init; }

    /// <summary>How many of them the question has.</summary>
    public int Matches { get; init; }

    /// <summary>Most terms of the question in a row, in its order.</summary>
    public int LongestRun { get; init; }

    /// <summary>Place of the first term that the question has, -1 for none.</summary>
    public int First { get; init; }

    /// <summary>Place of the last term that the question has, -1 for none.</summary>
    public int Last { get; init; }

    /// <summary>Words with digits that the question has not.</summary>
    public int OtherNumbers { get; init; }

    /// <summary>Words in capitals that the question has not.</summary>
    public int OtherNames { get; init; }

    /// <summary>Terms between a word of the kind that is asked for and one of the question.</summary>
    public int KindDistance { get; init; }

    /// <summary>A bit for each term of the question that it has, or has a word with the same beginning for.</summary>
    public ulong Similar { get; init; }

    /// <summary>Words of the longest name that the question has not.</summary>
    public int LongestName { get; init; }

    /// <summary>Whether it says what something is.</summary>
    public bool Defines { get; init; }

    /// <summary>Whether it begins with a word that points back.</summary>
    public bool Leans { get; init; }

    /// <summary>As <see cref="AnswerNeighbourhood.Around"/> says.</summary>
    public double Around { get; init; }

    /// <summary>As <see cref="AnswerNeighbourhood.FocusGap"/> says.</summary>
    public int FocusGap { get; init; }

    public static PassageMatch Of(string passage, Question question, TextLanguage language) => new PassageMatcher(passage, question, language).Read();
}

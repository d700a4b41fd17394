namespace DigestBot.Summaries;

/// <summary>A sentence that a summary may quote.</summary>
internal sealed class Candidate(int source, int position, TextSpan span, SentenceSurface surface, int[] terms, SentenceGrade grade)
{
    /// <summary>Index of its source in reading order.</summary>
    public int Source { get; } = source;

    /// <summary>How many sentences of its source stand before it, debris left out.</summary>
    public int Position { get; } = position;

    public TextSpan Span { get; } = span;

    public SentenceSurface Surface { get; } = surface;

    /// <summary>Tokens between white space: what a word budget counts.</summary>
    public int Words => Surface.Words;

    /// <summary>Numbers of its terms in the vocabulary, in order, repetitions kept.</summary>
    public int[] Terms { get; } = terms;

    public SentenceGrade Grade { get; } = grade;

    /// <summary>Whether it begins with a word that points back at the sentence before.</summary>
    public bool Leans { get; init; }

    /// <summary>Whether a reader needs the sentence before it: it points back, or is a quotation without a speaker.</summary>
    public bool Depends { get; init; }

    /// <summary>Whether a quotation begins or ends outside it.</summary>
    public bool IsHalfQuoted { get; init; }

    /// <summary>The sentence directly before it in its source, if that is a whole one.</summary>
    public Candidate? Before { get; init; }

    /// <summary>Its figures among the terms: numbers of three digits, or with a decimal, that are no years.</summary>
    public int[] Figures { get; init; } = [];

    public double Score { get; set; }

    public bool IsTaken { get; set; }
}

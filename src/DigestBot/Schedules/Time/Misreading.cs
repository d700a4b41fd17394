namespace DigestBot.Schedules.Time;

/// <summary>Why a person's words could not be read.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Text">The words that are wrong, in small letters and without accents.</param>
/// <param name="Suggestions">What may have been meant, the likeliest first, in a form that would be understood; often none.</param>
internal sealed record Misreading(MisreadingKind Kind, string Text, IReadOnlyList<string> Suggestions)
{
    public Misreading(MisreadingKind kind, string text)
        : this(kind, text, [])
    {
    }
}

/// <summary>What is wrong with words.</summary>
internal enum MisreadingKind
{
    /// <summary>Nothing is said.</summary>
    Empty,

    /// <summary>They mean nothing here.</summary>
    Unknown,

    /// <summary>Looks right, but there is no such time, or the span is too long.</summary>
    OutOfRange,

    /// <summary>Could be morning or evening; an abbreviation that stands for several zones; a name that several places have.</summary>
    Ambiguous,

    /// <summary>A country with several zones.</summary>
    SeveralZones,

    /// <summary>An offset from UTC, which no place keeps all year for sure.</summary>
    Offset,

    /// <summary>More than can be had.</summary>
    TooMany,

    /// <summary>From and to are the same time.</summary>
    EqualEnds,
}

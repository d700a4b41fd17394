namespace DigestBot.Summaries;

/// <summary>By which rules the Latin words of a text are stemmed, and which of them are stop words.</summary>
public enum TextLanguage
{
    /// <summary>English, and whatever has no rules of its own.</summary>
    General,

    /// <summary>German.</summary>
    German,

    /// <summary>French.</summary>
    French,

    /// <summary>Spanish.</summary>
    Spanish,

    /// <summary>Italian.</summary>
    Italian,

    /// <summary>Portuguese, of both sides of the ocean.</summary>
    Portuguese,

    /// <summary>Dutch.</summary>
    Dutch,
}

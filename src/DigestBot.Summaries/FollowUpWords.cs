namespace DigestBot.Summaries;

/// <summary>Words by which a question leans on what was said before. English; folded.</summary>
internal static class FollowUpWords
{
    /// <summary>The number of is, are and the like among the words that a question begins with.</summary>
    public const int Is = 9;

    /// <summary>1 for he, 2 for she, 3 for they, 4 for it.</summary>
    public static int Pronoun(ReadOnlySpan<char> word) => word switch
    {
        "he" or "him" or "his" or "himself" or "hes" => 1,
        "she" or "her" or "hers" or "herself" or "shes" => 2,
        "they" or "them" or "their" or "theirs" or "themselves" or "theyre" => 3,
        "it" or "its" or "itself" => 4,
        _ => 0,
    };

    public static bool IsPossessive(ReadOnlySpan<char> word) => word is "his" or "her" or "their" or "its";

    /// <summary>1 for this or that, 2 for these or those, 3 for there, 4 for then.</summary>
    public static int Pointer(ReadOnlySpan<char> word) => word switch
    {
        "this" or "that" => 1,
        "these" or "those" => 2,
        "there" => 3,
        "then" => 4,
        _ => 0,
    };

    public static bool AsksOthers(ReadOnlySpan<char> word) =>
        word is "other" or "others" or "else" or "more" or "another" or "besides" or "aside" or "also" or "next" or "after";

    /// <summary>1 for the, 2 for a, 3 for a possessive, 4 for a preposition, 5 for and.</summary>
    public static int Before(ReadOnlySpan<char> word) => word switch
    {
        "the" or "this" or "that" => 1,
        "a" or "an" => 2,
        "his" or "her" or "their" or "its" or "my" or "our" => 3,
        "of" or "in" or "at" or "on" or "for" or "with" or "by" or "to" or "from" => 4,
        "and" or "or" => 5,
        _ => 0,
    };

    /// <summary>1 for -ed, 2 for -ing, 3 for -s, 4 for -ly.</summary>
    public static int Ending(ReadOnlySpan<char> word) =>
        word.EndsWith("ed") ? 1 : word.EndsWith("ing") ? 2 : word.EndsWith("ly") ? 4 : word.EndsWith("s") ? 3 : 0;

    public static bool IsArticle(ReadOnlySpan<char> word) => word is "article" or "page" or "section" or "text";

    /// <summary>A number for each word that a question begins with.</summary>
    public static int QuestionWord(ReadOnlySpan<char> word) => word switch
    {
        "who" or "whom" or "whose" => 1,
        "what" => 2,
        "when" => 3,
        "where" => 4,
        "why" => 5,
        "how" => 6,
        "which" => 7,
        "did" or "does" or "do" => 8,
        "was" or "were" or "is" or "are" => Is,
        "and" => 10,
        "has" or "have" or "had" => 11,
        "any" or "anything" => 12,
        _ => 0,
    };
}

namespace DigestBot.Summaries;

/// <summary>The words that Porter2 lists as exceptions.</summary>
internal static class EnglishStemExceptions
{
    /// <summary>Words whose stem is given outright.</summary>
    public static bool TryStem(Span<char> word, int length, out int stemLength)
    {
        ReadOnlySpan<char> text = word[..length];
        ReadOnlySpan<char> stem = text switch
        {
            "skis" => "ski",
            "skies" => "sky",
            "idly" => "idl",
            "gently" => "gentl",
            "ugly" => "ugli",
            "early" => "earli",
            "only" => "onli",
            "singly" => "singl",
            "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes" => text,
            _ => [],
        };
        stem.CopyTo(word);
        stemLength = stem.Length;
        return stemLength > 0;
    }

    /// <summary>Words that are left alone once a plural s is gone.</summary>
    public static bool IsFinishedAfterPlural(ReadOnlySpan<char> word) => word is
        "evening" or "inning" or "outing" or "canning" or "herring" or "earring" or "proceed" or "exceed" or "succeed";
}

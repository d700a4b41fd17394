namespace DigestBot.Summaries;

/// <summary>What a character is to the tokenizer.</summary>
internal enum CharKind : byte
{
    /// <summary>Ends a word.</summary>
    Separator,

    /// <summary>Part of a word.</summary>
    Letter,

    /// <summary>A decimal digit of any script.</summary>
    Digit,

    /// <summary>Belongs to a word and is left out of its stem: accents, vowel signs, soft hyphens, joiners.</summary>
    Mark,

    /// <summary>A character of a script written without spaces (or with particles glued on): indexed in pairs.</summary>
    Ideograph,
}

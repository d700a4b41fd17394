namespace DigestBot.Summaries;

/// <summary>Steps 1 to 5 of Porter2; each takes the longest suffix of its list that the word has.</summary>
internal static class PorterSuffixes
{
    private static readonly (string Suffix, string By)[] Doubles =
    [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
        ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"),
        ("alism", "al"), ("aliti", "al"), ("ogist", "og"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"),
        ("ousli", "ous"), ("abli", "able"), ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"),
        ("izer", "ize"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string By)[] Singles =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Deleted =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
        "al", "er", "ic",
    ];

    /// <summary>Step 1a.</summary>
    public static void StripPlural(ref PorterWord word)
    {
        if (word.Ends("sses"))
        {
            word.Drop(2);
        }
        else if (word.Ends("ied") || word.Ends("ies"))
        {
            word.Drop(word.Length > 4 ? 2 : 1);
        }
        else if (word.Last == 's' && !word.Ends("us") && !word.Ends("ss") && word.HasVowelBefore(2))
        {
            word.Drop(1);
        }
    }

    /// <summary>Step 1b.</summary>
    public static void StripPast(ref PorterWord word)
    {
        int eed = word.Ends("eedly") ? 5 : word.Ends("eed") ? 3 : 0;
        if (eed > 0)
        {
            if (word.InR1(eed))
            {
                word.Replace(eed, "ee");
            }

            return;
        }

        int suffix = word.Ends("ingly") ? 5 : word.Ends("edly") ? 4 : word.Ends("ing") ? 3 : word.Ends("ed") ? 2 : 0;
        if (suffix == 0 || !word.HasVowelBefore(suffix))
        {
            return;
        }

        if (word.Length == 5 && suffix == 3 && word.Text[1] == 'y' && !PorterWord.IsVowel(word.Text[0]))
        {
            word.Replace(4, "ie"); // dying, vying
            return;
        }

        word.Drop(suffix);
        MendPast(ref word);
    }

    /// <summary>Step 1c.</summary>
    public static void TurnY(ref PorterWord word)
    {
        if (word.Length > 2 && word.Last is 'y' or 'Y' && !PorterWord.IsVowel(word.Text[^2]))
        {
            word.Replace(1, "i");
        }
    }

    /// <summary>Step 2.</summary>
    public static void ShortenDouble(ref PorterWord word)
    {
        foreach ((string suffix, string by) in Doubles)
        {
            if (!word.Ends(suffix))
            {
                continue;
            }

            char before = word.Length > suffix.Length ? word.Text[^(suffix.Length + 1)] : ' ';
            bool allowed = suffix switch
            {
                "ogi" => before == 'l',
                "li" => before is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
                _ => true,
            };
            if (allowed && word.InR1(suffix.Length))
            {
                word.Replace(suffix.Length, by);
            }

            return;
        }
    }

    /// <summary>Step 3.</summary>
    public static void ShortenSingle(ref PorterWord word)
    {
        foreach ((string suffix, string by) in Singles)
        {
            if (!word.Ends(suffix))
            {
                continue;
            }

            if (word.InR1(suffix.Length) && (suffix != "ative" || word.InR2(suffix.Length)))
            {
                word.Replace(suffix.Length, by);
            }

            return;
        }
    }

    /// <summary>Step 4.</summary>
    public static void Delete(ref PorterWord word)
    {
        foreach (string suffix in Deleted)
        {
            if (!word.Ends(suffix))
            {
                continue;
            }

            bool allowed = suffix != "ion" || (word.Length > 3 && word.Text[^4] is 's' or 't');
            if (allowed && word.InR2(suffix.Length))
            {
                word.Drop(suffix.Length);
            }

            return;
        }
    }

    /// <summary>Step 5.</summary>
    public static void StripFinal(ref PorterWord word)
    {
        bool silentE = word.Last == 'e' && (word.InR2(1) || (word.InR1(1) && !word.EndsShort(1)));
        bool secondL = word.Ends("ll") && word.InR2(1);
        if (silentE || secondL)
        {
            word.Drop(1);
        }
    }

    // What remains without ed or ing gets its e back, or loses a doubled letter.
    private static void MendPast(ref PorterWord word)
    {
        bool doubled = word.EndsDouble;
        bool keptDouble = word.Length == 3 && (word.Text[0] is 'a' or 'e' or 'o'); // add, ebb, off
        if (word.Ends("at") || word.Ends("bl") || word.Ends("iz") || (!doubled && word.IsShort))
        {
            word.Replace(0, "e");
        }
        else if (doubled && !keptDouble)
        {
            word.Drop(1);
        }
    }
}

using System.Collections.Frozen;

namespace DigestBot.Evaluation.Rouge;

/// <summary>
/// The Porter stemmer as NLTK has it in its default mode (Porter 1980 with Martin Porter's and NLTK's extensions), which
/// the reference ROUGE uses. Only for scoring: the product stems with Porter2.
/// </summary>
internal static class PorterStemmer
{
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>
    {
        ["sky"] = "sky",
        ["skies"] = "sky",
        ["dying"] = "die",
        ["lying"] = "lie",
        ["tying"] = "tie",
        ["news"] = "news",
        ["innings"] = "inning",
        ["inning"] = "inning",
        ["outings"] = "outing",
        ["outing"] = "outing",
        ["cannings"] = "canning",
        ["canning"] = "canning",
        ["howe"] = "howe",
        ["proceed"] = "proceed",
        ["exceed"] = "exceed",
        ["succeed"] = "succeed",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string, string)[] Step2Rules =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
        ("iviti", "ive"), ("biliti", "ble"), ("fulli", "ful"),
    ];

    private static readonly (string, string)[] Step3Rules =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    private static readonly string[] Step4Suffixes =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
        "ous", "ive", "ize",
    ];

    public static string Stem(string word)
    {
        if (Irregular.TryGetValue(word, out string? stem))
        {
            return stem;
        }

        return word.Length <= 2 ? word : Step5(Step4(Step3(Step2(Step1C(Step1B(Step1A(word)))))));
    }

    private static string Step1A(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) ? (word.Length == 4 ? word[..^1] : word[..^2])
        : word.EndsWith("sses", StringComparison.Ordinal) ? word[..^2]
        : word.EndsWith("ss", StringComparison.Ordinal) ? word
        : word.EndsWith('s') ? word[..^1]
        : word;

    private static string Step1B(string word)
    {
        if (word.EndsWith("ied", StringComparison.Ordinal))
        {
            return word.Length == 4 ? word[..^1] : word[..^2];
        }

        if (word.EndsWith("eed", StringComparison.Ordinal))
        {
            return PorterMeasure.Of(word[..^3]) > 0 ? word[..^1] : word;
        }

        string? rest = word.EndsWith("ed", StringComparison.Ordinal) && PorterMeasure.HasVowel(word[..^2]) ? word[..^2]
            : word.EndsWith("ing", StringComparison.Ordinal) && PorterMeasure.HasVowel(word[..^3]) ? word[..^3]
            : null;
        if (rest is null)
        {
            return word;
        }

        if (rest.EndsWith("at", StringComparison.Ordinal) || rest.EndsWith("bl", StringComparison.Ordinal) || rest.EndsWith("iz", StringComparison.Ordinal))
        {
            return rest + "e";
        }

        if (PorterMeasure.EndsDoubleConsonant(rest))
        {
            return rest[^1] is 'l' or 's' or 'z' ? rest : rest[..^1];
        }

        return PorterMeasure.Of(rest) == 1 && PorterMeasure.EndsShort(rest) ? rest + "e" : rest;
    }

    private static string Step1C(string word) =>
        word.EndsWith('y') && word.Length > 2 && PorterMeasure.IsConsonant(word, word.Length - 2) ? word[..^1] + "i" : word;

    private static string Step2(string word)
    {
        if (word.EndsWith("alli", StringComparison.Ordinal) && PorterMeasure.Of(word[..^4]) > 0)
        {
            return Step2(word[..^2]);
        }

        if (word.EndsWith("logi", StringComparison.Ordinal))
        {
            return PorterMeasure.Of(word[..^3]) > 0 ? word[..^1] : word;
        }

        return Replace(word, Step2Rules);
    }

    private static string Step3(string word) => Replace(word, Step3Rules);

    private static string Step4(string word)
    {
        foreach (string suffix in Step4Suffixes)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal))
            {
                string rest = word[..^suffix.Length];
                bool allowed = suffix != "ion" || (rest.Length > 0 && rest[^1] is 's' or 't');
                return allowed && PorterMeasure.Of(rest) > 1 ? rest : word;
            }
        }

        return word;
    }

    private static string Step5(string word)
    {
        if (word.EndsWith('e'))
        {
            string rest = word[..^1];
            int measure = PorterMeasure.Of(rest);
            word = measure > 1 || (measure == 1 && !PorterMeasure.EndsShort(rest)) ? rest : word;
        }

        return word.EndsWith("ll", StringComparison.Ordinal) && PorterMeasure.Of(word[..^1]) > 1 ? word[..^1] : word;
    }

    // The first suffix that fits decides, whether its condition holds or not.
    private static string Replace(string word, (string Suffix, string By)[] rules)
    {
        foreach ((string suffix, string by) in rules)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal))
            {
                string rest = word[..^suffix.Length];
                return PorterMeasure.Of(rest) > 0 ? rest + by : word;
            }
        }

        return word;
    }
}

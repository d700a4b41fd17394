using System.Buffers;

namespace DigestBot.Summaries;

/// <summary>
/// The Russian stemmer, written from the published description of snowballstem.org: endings of
/// inflection are taken off where they stand behind the first vowel.
/// </summary>
/// <remarks>Words of the letters а to я only, ё written as е; what has other letters is not Russian and stays whole.</remarks>
internal static class RussianStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеиоуыэюя");

    private static readonly string[] Gerunds = ["ившись", "ывшись", "ивши", "ывши", "ив", "ыв"];
    private static readonly string[] GerundsAfterA = ["вшись", "вши", "в"];

    private static readonly string[] Adjectives =
    [
        "ими", "ыми", "его", "ого", "ему", "ому", "ее", "ие", "ые", "ое", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "их", "ых",
        "ую", "юю", "ая", "яя", "ою", "ею",
    ];

    private static readonly string[] Participles = ["ивш", "ывш", "ующ"];
    private static readonly string[] ParticiplesAfterA = ["ем", "нн", "вш", "ющ", "щ"];
    private static readonly string[] Reflexives = ["ся", "сь"];

    private static readonly string[] Verbs =
    [
        "ейте", "уйте", "ила", "ыла", "ена", "ите", "или", "ыли", "ило", "ыло", "ено", "ует", "уют", "ены", "ить", "ыть", "ишь", "ей",
        "уй", "ил", "ыл", "им", "ым", "ен", "ят", "ит", "ыт", "ую", "ю",
    ];

    private static readonly string[] VerbsAfterA =
        ["ете", "йте", "ешь", "нно", "ла", "на", "ли", "ем", "ло", "но", "ет", "ют", "ны", "ть", "й", "л", "н"];

    private static readonly string[] Nouns =
    [
        "иями", "ями", "ами", "ией", "иям", "ием", "иях", "ев", "ов", "ие", "ье", "еи", "ии", "ей", "ой", "ий", "ям", "ем", "ам", "ом",
        "ах", "ях", "ию", "ью", "ия", "ья", "а", "е", "и", "й", "о", "у", "ы", "ь", "ю", "я",
    ];

    private static readonly string[] Derivations = ["ость", "ост"];
    private static readonly string[] Superlatives = ["ейше", "ейш"];

    public static bool IsRussian(ReadOnlySpan<char> folded) => !folded.ContainsAnyExceptInRange('а', 'я');

    /// <summary>Letters of the stem, which is the beginning of the word.</summary>
    public static int Stem(ReadOnlySpan<char> word)
    {
        int behindVowel = AfterVowel(word, 0);
        int r2 = AfterConsonant(word, AfterVowel(word, AfterConsonant(word, behindVowel)));
        ReadOnlySpan<char> rest = StripInflection(word, behindVowel);
        rest = Drop(rest, rest.Length > behindVowel && rest[^1] == 'и' ? 1 : 0);
        rest = Drop(rest, rest.Length > r2 ? Longest(rest[r2..], Derivations) : 0);
        return Tidy(rest, behindVowel).Length;
    }

    private static ReadOnlySpan<char> StripInflection(ReadOnlySpan<char> word, int region)
    {
        int gerund = Ending(word[region..], Gerunds, GerundsAfterA);
        if (gerund > 0)
        {
            return Drop(word, gerund);
        }

        ReadOnlySpan<char> rest = Drop(word, Longest(word[region..], Reflexives));
        int adjective = Longest(rest[region..], Adjectives);
        if (adjective > 0)
        {
            rest = Drop(rest, adjective);
            return Drop(rest, Ending(rest[region..], Participles, ParticiplesAfterA));
        }

        int verb = Ending(rest[region..], Verbs, VerbsAfterA);
        return Drop(rest, verb > 0 ? verb : Longest(rest[region..], Nouns));
    }

    // A doubled н, a superlative or a soft sign at the end of what is left.
    private static ReadOnlySpan<char> Tidy(ReadOnlySpan<char> word, int region)
    {
        ReadOnlySpan<char> rest = Drop(word, Longest(word[region..], Superlatives));
        if (rest.Length - region >= 2 && rest.EndsWith("нн"))
        {
            return Drop(rest, 1);
        }

        return Drop(rest, rest.Length > region && rest[^1] == 'ь' ? 1 : 0);
    }

    // The longest ending of both lists decides; one of the second counts behind а or я only.
    private static int Ending(ReadOnlySpan<char> region, string[] free, string[] afterA)
    {
        int longest = Longest(region, free);
        int bound = Longest(region, afterA);
        if (bound <= longest)
        {
            return longest;
        }

        return region.Length > bound && region[^(bound + 1)] is 'а' or 'я' ? bound : 0;
    }

    // Each list begins with its longest.
    private static int Longest(ReadOnlySpan<char> region, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (region.EndsWith(ending))
            {
                return ending.Length;
            }
        }

        return 0;
    }

    private static ReadOnlySpan<char> Drop(ReadOnlySpan<char> word, int letters) => word[..^letters];

    private static int AfterVowel(ReadOnlySpan<char> word, int from)
    {
        int vowel = word[from..].IndexOfAny(Vowels);
        return vowel < 0 ? word.Length : from + vowel + 1;
    }

    private static int AfterConsonant(ReadOnlySpan<char> word, int from)
    {
        int consonant = word[from..].IndexOfAnyExcept(Vowels);
        return consonant < 0 ? word.Length : from + consonant + 1;
    }
}

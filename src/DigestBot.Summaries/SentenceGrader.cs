using System.Collections.Frozen;

namespace DigestBot.Summaries;

/// <summary>Sorts out what pages leave between the sentences of an article.</summary>
internal static class SentenceGrader
{
    /// <summary>Longer "sentences" are lists, code or lost punctuation: no reader wants one quoted.</summary>
    public const int MaxLength = 600;

    private const int MinTerms = 3;

    private static readonly string[] DebrisStarts =
    [
        "read more", "read also", "also read", "read:", "see also", "related:", "more:", "watch:", "watch the video",
        "listen:", "photo:", "photos:",
        "image:", "images:", "picture:", "pictures:", "video:", "credit:", "image copyright", "image caption", "media caption",
        "file photo", "getty images", "scroll down", "click here", "click to", "click on the", "tap here", "sign up", "subscribe",
        "follow us", "follow @", "like us on", "share this", "share on", "copyright ", "\u00A9", "all rights reserved", "advertisement",
        "published:", "updated:", "last updated", "posted:", "posted by", "written by", "reported by", "reporting by", "editing by",
        "additional reporting", "by .", "by associated press", "by daily mail", "by reuters", "correction:", "this story has been",
        "this article has been", "this article was originally", "this material may not", "download our", "get the latest",
        "sorry, your", "please enable", "you need javascript", "cookies", "comments (", "log in", "continue reading", "advertising",
        "story continues", "not a subscriber", "most read", "recommended:", "source:", "tags:", "topics:", "http://", "https://", "www.",
        "weiterlesen", "lesen sie auch", "mehr zum thema", "foto:", "fotos:", "quelle:", // German
        "lire aussi", "à lire aussi", "lire la suite", "photo :", "crédit photo", "publié le", // French
        "leer más", "lea también", "lee también", "fuente:", "leggi anche", "leggi tutto", "fonte:", // Spanish, Italian
        "leia mais", "leia também", "lees ook", "lees verder", "bron:", // Portuguese, Dutch
        "читайте также", "читать далее", "фото:", "источник:", // Russian
        "اقرأ أيضا", "إقرأ أيضا", "اقرأ المزيد", "شاهد أيضا", "المصدر:", // Arabic
    ];

    private static readonly FrozenDictionary<char, string[]> ByFirstLetter =
        DebrisStarts.GroupBy(start => start[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    public static SentenceGrade Grade(ReadOnlySpan<char> sentence, int terms, bool caseless)
    {
        if (sentence.Length > MaxLength || terms == 0 || StartsLikeDebris(sentence) || IsShouted(sentence, caseless)
            || Dateline.IsWhole(sentence))
        {
            return SentenceGrade.Debris;
        }

        bool dangling = !caseless && char.IsLower(sentence[0]) && !(sentence.Length > 1 && char.IsUpper(sentence[1]));
        return terms < MinTerms || dangling || !HasEnd(sentence) || IsByline(sentence)
            ? SentenceGrade.Fragment
            : SentenceGrade.Quotable;
    }

    private static bool StartsLikeDebris(ReadOnlySpan<char> sentence)
    {
        ReadOnlySpan<char> text = sentence.TrimStart("-\u2013\u2014\u2022*>\u00BB([ ");
        char first = text.IsEmpty ? ' ' : char.ToLowerInvariant(text[0]);
        if (!ByFirstLetter.TryGetValue(first, out string[]? starts))
        {
            return false;
        }

        foreach (string start in starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "ADVERTISEMENT", "BREAKING NEWS ALERT": capitals only, in a text that has both.
    private static bool IsShouted(ReadOnlySpan<char> sentence, bool caseless)
    {
        if (caseless)
        {
            return false;
        }

        int capitals = 0;
        foreach (char c in sentence)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals > 0;
    }

    private static bool HasEnd(ReadOnlySpan<char> sentence)
    {
        ReadOnlySpan<char> text = sentence;
        while (text.Length > 1 && (Punctuation.IsCloser(text[^1]) || text[^1] == ' '))
        {
            text = text[..^1];
        }

        bool cut = text[^1] == '\u2026' || text.EndsWith("...");
        return Punctuation.IsStop(text[^1]) && !cut;
    }

    // "By Jane Doe, Political Editor." is no news.
    private static bool IsByline(ReadOnlySpan<char> sentence) =>
        sentence.Length is > 3 and < 60
        && sentence.StartsWith("by ", StringComparison.OrdinalIgnoreCase)
        && char.IsUpper(sentence[3]);
}

namespace DigestBot.Commands;

/// <summary>Short things that people say back, which are no questions of their own: exactly one of the cases below.</summary>
internal abstract record Rejoinder
{
    private const int Longest = 60;

    private static readonly string[] Thanked =
    [
        "thanks", "thank you", "thank you very much", "thanks a lot", "many thanks", "thx", "cheers", "ok", "okay", "great", "perfect",
        "merci", "merci beaucoup", "parfait", "d'accord", "شكرا", "شكرًا", "شكرا جزيلا", "حسنا",
    ];

    private static readonly string[] Days =
        ["since yesterday", "today", "since this morning", "in the last day", "depuis hier", "aujourd'hui", "منذ أمس", "اليوم"];

    private static readonly string[] Weeks =
        ["this week", "since last week", "in the last week", "last week", "cette semaine", "depuis une semaine", "هذا الأسبوع"];

    private static readonly string[] WindowWords = ["since", "in", "within", "the", "last", "past", "depuis", "منذ"];

    private static readonly string[] StoryWords =
        ["the", "one", "story", "number", "no", "tell", "me", "more", "about", "show", "la", "le", "histoire", "numéro", "الخبر", "رقم"];

    private static readonly string[][] Ordinals =
    [
        ["1", "first", "1st", "premier", "première", "الأول"],
        ["2", "second", "2nd", "deuxième", "الثاني"],
        ["3", "third", "3rd", "troisième", "الثالث"],
        ["4", "fourth", "4th", "quatrième", "الرابع"],
        ["5", "fifth", "5th", "cinquième", "الخامس"],
        ["6", "sixth", "6th", "sixième", "السادس"],
        ["7", "seventh", "7th", "septième", "السابع"],
        ["8", "eighth", "8th", "huitième", "الثامن"],
        ["9", "ninth", "9th", "neuvième", "التاسع"],
        ["10", "tenth", "10th", "dixième", "العاشر"],
    ];

    private Rejoinder()
    {
    }

    /// <summary>What a text says, or null for a question.</summary>
    public static Rejoinder? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        string said = text.Trim().TrimEnd('.', '!', '?', '؟', '…').Trim().Replace('’', '\'').ToLowerInvariant();
        string[] words = said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Thanked.Contains(said, StringComparer.Ordinal) ? new Thanks()
            : Days.Contains(said, StringComparer.Ordinal) ? new Since(TimeSpan.FromDays(1))
            : Weeks.Contains(said, StringComparer.Ordinal) ? new Since(TimeSpan.FromDays(7))
            : ReadWindow(words) ?? (Rejoinder?)ReadStory(words);
    }

    // "since 3d", "in the last 12h".
    private static Since? ReadWindow(string[] words) =>
        words.Length > 1
        && words[..^1].All(word => WindowWords.Contains(word, StringComparer.Ordinal))
        && WindowText.TryParse(words[^1], out TimeSpan? window) && window is { } span
            ? new Since(span)
            : null;

    // "the second one", "story 2", "2": nothing else may stand beside the number.
    private static Story? ReadStory(string[] words)
    {
        string[] left = [.. words.Where(word => !StoryWords.Contains(word, StringComparer.Ordinal))];
        int place = left is [var word] ? Array.FindIndex(Ordinals, names => names.Contains(word, StringComparer.Ordinal)) : -1;
        return place >= 0 ? new Story(place + 1) : null;
    }

    /// <summary>Politeness.</summary>
    public sealed record Thanks : Rejoinder;

    /// <summary>The last question once more, over a shorter time.</summary>
    public sealed record Since(TimeSpan Window) : Rejoinder;

    /// <summary>A story of the digest on screen.</summary>
    /// <param name="Number">From 1.</param>
    public sealed record Story(int Number) : Rejoinder;
}

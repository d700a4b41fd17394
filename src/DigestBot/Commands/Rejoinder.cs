using DigestBot.Summaries;

namespace DigestBot.Commands;

/// <summary>Short things that people say back, which are no questions of their own: exactly one of the cases below.</summary>
internal abstract record Rejoinder
{
    private const int Longest = 60;

    private static readonly string[] Thanked =
    [
        "thanks", "thank you", "thank you very much", "thanks a lot", "many thanks", "thx", "cheers", "ok", "okay", "great", "perfect",
        "bye", "goodbye", "merci", "merci beaucoup", "parfait", "d'accord", "au revoir", "شكرا", "شكرًا", "شكرا جزيلا", "حسنا", "مع السلامة",
    ];

    // What says nothing that could be looked for.
    private static readonly string[] Greeted =
    [
        "hello", "hello there", "hi", "hi there", "hey", "good morning", "good afternoon", "good evening", "yes", "no", "stop", "bonjour", "bonsoir", "salut",
        "oui", "non", "مرحبا", "مرحبًا", "أهلا", "السلام عليكم", "صباح الخير", "مساء الخير", "نعم", "لا",
    ];

    private static readonly string[] Longer =
    [
        "next", "show more", "show me more", "more please", "more stories", "tell me more", "tell me more about it", "show me more about it", "more about it",
        "what else", "anything else", "go on", "continue", "plus", "encore", "la suite", "dis-m'en plus", "quoi d'autre", "autre chose",
        "المزيد", "المزيد من فضلك", "أكثر", "أخبرني المزيد", "ماذا أيضا",
    ];

    private static readonly string[] Asked =
    [
        "what's new", "what is new", "whats new", "what's the news", "what is the news", "what's the news today", "what is the news today", "the news", "news",
        "latest news", "the latest news", "any news", "what's happening", "what is happening", "what's going on", "what is going on", "quoi de neuf", "quelles sont les nouvelles", "les nouvelles", "ما الجديد", "ما الأخبار", "الأخبار",
    ];

    private static readonly string[] Lost =
    [
        "help me", "help please", "please help", "what can you do", "what can i ask", "what can i do", "how does this work", "how do you work", "aide-moi", "aidez-moi",
        "aide", "que peux-tu faire", "que sais-tu faire", "ساعدني", "مساعدة", "ماذا تستطيع أن تفعل",
    ];

    private static readonly string[] Days =
        ["since yesterday", "today", "since this morning", "in the last day", "depuis hier", "aujourd'hui", "منذ أمس", "اليوم"];

    private static readonly string[] Weeks =
        ["this week", "since last week", "in the last week", "last week", "cette semaine", "depuis une semaine", "هذا الأسبوع"];

    // In English, whatever asks so; but what the WHO said is another question.
    private static readonly string[] Who =
    [
        "qui a dit ça", "qui a dit cela", "qui dit ça", "qui dit cela", "qui l'a dit", "d'où ça vient", "من قال ذلك", "من قال هذا", "من يقول ذلك",
    ];

    private static readonly string[] WindowWords = ["since", "in", "within", "the", "last", "past", "depuis", "منذ"];

    private static readonly string[] StoryWords =
    [
        "the", "one", "story", "number", "no", "tell", "me", "more", "about", "show", "open", "read", "summarize", "summarise", "summary", "of", "please", "la", "le", "histoire",
        "numéro", "résume", "ouvre", "montre", "moi", "الخبر", "القصة", "رقم",
    ];

    private static readonly string[][] Ordinals =
    [
        ["1", "first", "1st", "premier", "première", "الأول", "الأولى"],
        ["2", "second", "2nd", "deuxième", "seconde", "الثاني", "الثانية"],
        ["3", "third", "3rd", "troisième", "الثالث", "الثالثة"],
        ["4", "fourth", "4th", "quatrième", "الرابع", "الرابعة"],
        ["5", "fifth", "5th", "cinquième", "الخامس", "الخامسة"],
        ["6", "sixth", "6th", "sixième", "السادس", "السادسة"],
        ["7", "seventh", "7th", "septième", "السابع", "السابعة"],
        ["8", "eighth", "8th", "huitième", "الثامن", "الثامنة"],
        ["9", "ninth", "9th", "neuvième", "التاسع", "التاسعة"],
        ["10", "tenth", "10th", "dixième", "العاشر", "العاشرة"],
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
            : Greeted.Contains(said, StringComparer.Ordinal) || IsMute(text) ? new Hello()
            : Longer.Contains(said, StringComparer.Ordinal) ? new More()
            : Asked.Contains(said, StringComparer.Ordinal) ? new News()
            : Lost.Contains(said, StringComparer.Ordinal) ? new Help()
            : Days.Contains(said, StringComparer.Ordinal) ? new Since(TimeSpan.FromDays(1))
            : Weeks.Contains(said, StringComparer.Ordinal) ? new Since(TimeSpan.FromDays(7))
            : Who.Contains(said, StringComparer.Ordinal) || (!text.Contains("WHO", StringComparison.Ordinal) && Attribution.IsAskedBy(text)) ? new Source()
            : ReadWindow(words) ?? (Rejoinder?)ReadStory(words);
    }

    private static bool IsMute(string text) => !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsLetterOrDigit);

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

    /// <summary>A greeting, or nothing but punctuation.</summary>
    public sealed record Hello : Rejoinder;

    /// <summary>More of what is on screen.</summary>
    public sealed record More : Rejoinder;

    /// <summary>Who said what was shown last.</summary>
    public sealed record Source : Rejoinder;

    /// <summary>What there is to ask.</summary>
    public sealed record Help : Rejoinder;

    /// <summary>Whatever the news is.</summary>
    public sealed record News : Rejoinder;

    /// <summary>The last question once more, over a shorter time.</summary>
    public sealed record Since(TimeSpan Window) : Rejoinder;

    /// <summary>A story of the digest on screen.</summary>
    /// <param name="Number">From 1.</param>
    public sealed record Story(int Number) : Rejoinder;
}

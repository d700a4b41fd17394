namespace DigestBot.Answers;

/// <summary>A question after whatever there is about something: "What happened in Basra?", "Tell me about the floods".</summary>
/// <param name="Subject">What it is about, in its own words.</param>
/// <param name="Since">How far back, where it says so; null for any time.</param>
internal sealed record OpenQuestion(string Subject, TimeSpan? Since)
{
    /// <summary>Whether it may as well go on from what was said before.</summary>
    public bool IsLoose { get; private init; }

    private static readonly string[] Asked =
    [
        "what happened", "what has happened", "what happens", "what is happening", "what's happening", "what is going on", "what's going on",
        "what is new", "what's new", "what is the latest", "what's the latest", "what is the situation", "what's the situation", "any news", "is there any news",
    ];

    private static readonly string[] Places = ["in", "at", "to", "with", "on", "about", "from", "near", "around", "of"];

    private static readonly string[] Others =
    [
        "tell me about", "tell me more about", "can you tell me about", "what do you know about", "what do we know about", "what is known about",
        "que s'est-il passé à", "que s'est-il passé en", "que s'est-il passé dans", "que s'est-il passé avec", "qu'est-ce qui s'est passé à", "qu'est-ce qui s'est passé en",
        "que se passe-t-il à", "que se passe-t-il en", "que se passe-t-il dans", "qu'est-il arrivé à", "qu'est-il arrivé au", "parle-moi de", "parle-moi du", "parle-moi des",
        "quoi de neuf à", "quoi de neuf en", "quoi de neuf sur", "que sait-on de", "que sait-on du",
        "ماذا حدث في", "ماذا حدث مع", "ماذا يحدث في", "ما الذي حدث في", "ما الذي يحدث في", "ماذا جرى في", "ماذا يجري في", "حدثني عن", "أخبرني عن", "ما أخبار", "ما آخر أخبار",
    ];

    // What does not stand for anything by itself; pronouns are no words of a question anyway.
    private static readonly string[] Vague = ["other", "others", "one", "ones", "next", "rest", "same", "thing", "things", "else", "l'autre", "autre", "الآخر"];

    private static readonly (string Words, TimeSpan Since)[] Times =
    [
        ("today", TimeSpan.FromDays(1)), ("this morning", TimeSpan.FromDays(1)), ("since yesterday", TimeSpan.FromDays(1)), ("yesterday", TimeSpan.FromDays(2)),
        ("this week", TimeSpan.FromDays(7)), ("aujourd'hui", TimeSpan.FromDays(1)), ("hier", TimeSpan.FromDays(2)), ("cette semaine", TimeSpan.FromDays(7)),
        ("اليوم", TimeSpan.FromDays(1)), ("أمس", TimeSpan.FromDays(2)), ("هذا الأسبوع", TimeSpan.FromDays(7)),
    ];

    private static readonly string[] Now = ["right now", "now", "at the moment", "currently", "recently", "lately", "these days", "en ce moment", "maintenant", "الآن"];

    // In a conversation these may stand for much: "what about Iran?" after "how many troops has Iraq?"
    private static readonly string[] Loose = ["what about ", "how about ", "and ", "et ", "qu'en est-il de ", "ماذا عن ", "وماذا عن "];

    private const int LongestBare = 3;

    private static readonly string[] Articles = ["the ", "a ", "an ", "la ", "le ", "les ", "l'"];

    private static readonly string[] Asking =
    [
        "who", "whom", "whose", "what", "which", "when", "where", "why", "how", "is", "are", "was", "were", "did", "does", "do", "can", "could", "will", "would",
        "has", "have", "had", "should", "may", "must", "qui", "que", "quoi", "quand", "où", "pourquoi", "comment", "combien", "quel", "quelle", "quels", "quelles",
        "est-ce", "من", "ماذا", "متى", "أين", "لماذا", "كيف", "كم", "هل", "ما",
    ];

    private static readonly string[] Openings =
        [.. Asked.SelectMany(asked => Places.Select(place => $"{asked} {place} ")), .. Others.Select(other => $"{other} ")];

    /// <summary>Null where something in particular is asked.</summary>
    public static OpenQuestion? Read(string question)
    {
        string asked = Plain(question);
        string? opening = Openings.FirstOrDefault(opening => asked.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        if (opening is null)
        {
            return null;
        }

        string subject = Without(Now, asked[opening.Length..]) ?? asked[opening.Length..];
        foreach ((string words, TimeSpan since) in Times)
        {
            if (Without([words], subject) is { } rest)
            {
                return Of(rest, since);
            }
        }

        return Of(subject, null);
    }

    /// <summary>"What about Basra?", "Basra": it is open where nothing was said before, or nothing of that answers. Null where it is not.</summary>
    public static OpenQuestion? ReadLoosely(string question)
    {
        string asked = Plain(question);
        string? opening = Loose.FirstOrDefault(opening => asked.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        string subject = asked[(opening?.Length ?? 0)..];
        string[] words = subject.Split(' ');
        return words.Length <= LongestBare && !Asking.Contains(words[0], StringComparer.OrdinalIgnoreCase) && Of(subject, null) is { } open ? open with { IsLoose = true } : null;
    }

    private static string Plain(string question) => string.Join(
        ' ', question.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('?', '!', '.', '؟', '…', ' ');

    private static OpenQuestion? Of(string said, TimeSpan? since)
    {
        string? article = Articles.FirstOrDefault(article => said.StartsWith(article, StringComparison.OrdinalIgnoreCase));
        string subject = said[(article?.Length ?? 0)..];
        return subject.Length == 0 || subject.Split(' ').Any(word => Vague.Contains(word, StringComparer.OrdinalIgnoreCase)) ? null : new(subject, since);
    }

    private static string? Without(string[] ends, string text) => ends
        .Where(end => text.EndsWith($" {end}", StringComparison.OrdinalIgnoreCase))
        .Select(end => text[..^(end.Length + 1)].TrimEnd(' ', ','))
        .FirstOrDefault();
}

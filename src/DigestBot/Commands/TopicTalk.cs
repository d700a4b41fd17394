using System.Text.RegularExpressions;
using DigestBot.Summaries;

namespace DigestBot.Commands;

/// <summary>What may ask for the news on a topic: "what's new in Iraq?", "les nouvelles de l'Irak", "آخر أخبار العراق", "Iraq".</summary>
/// <param name="Topic">What it names.</param>
/// <param name="IsSure">False where it only asks for that if there is such a topic: "Iraq" does, "inflation" may be a question.</param>
/// <param name="Window">Over which time, as it is written in a command; null where it does not say.</param>
internal sealed record TopicTalk(string Topic, bool IsSure, string? Window)
{
    private const int Longest = 60;
    private const int MostWords = 3;
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const string Topics = @"(?<topic>\S.*)";
    private const string Lead = @"^(?:(?:and|so|et|و)[\s,]+)?";
    private const string Give = @"(?:(?:(?:show|give|tell)\s+me|is\s+there|are\s+there)\s+)?";
    private const string News = @"(?:(?:any|the|some|more)\s+)?(?:(?:latest|newest|recent|new)\s+)?(?:news|updates?|headlines)";
    private const string Latest = @"(?:(?:the\s+)?latest|anything(?:\s+new)?)";
    private const string New = @"what(?:'?s|\s+is)\s+(?:new|the\s+latest|the\s+(?:latest\s+)?news)";
    private const string Nouvelles = @"(?:quoi\s+de\s+(?:neuf|nouveau)|(?:(?:quelles\s+sont|donne-moi)\s+)?(?:(?:les|des)\s+)?(?:dernières\s+)?nouvelles|(?:les\s+|l')?(?:actualités?|actus?|infos))";
    private const string Jadid = @"(?:(?:ما\s+)?(?:هي\s+)?(?:(?:آخر|أحدث)\s+)?(?:ال)?أخبار|ما\s+الجديد|هل\s+من\s+جديد)";

    // Where the topic is said to be one: whatever it is, it is looked up as such.
    private static readonly Regex[] About =
    [
        new($@"{Lead}{Give}(?:{News}|{Latest}|{New})\s+(?:about|on|regarding|concerning)\s+{Topics}$", Options),
        new($@"{Lead}{Nouvelles}\s+(?:sur|concernant|à\s+propos\s+(?:de\s+|du\s+|des\s+|d'))\s*{Topics}$", Options),
        new($@"{Lead}{Jadid}\s+(?:عن|حول|بشأن)\s+{Topics}$", Options),
    ];

    // "What is new in the budget law?" asks what stands in it, "what is new in Iraq?" does not.
    private static readonly Regex[] Within =
    [
        new($@"{Lead}{Give}(?:{News}|{Latest}|{New})\s+(?:in|from|with|of)\s+{Topics}$", Options),
        new($@"{Lead}{Nouvelles}\s+(?:(?:de|en|au|aux|du|des|à|dans)\s+|d'){Topics}$", Options),
        new($@"{Lead}{Jadid}\s+(?:(?:في|من)\s+)?{Topics}$", Options),
    ];

    private static readonly Regex[] Before = [new($@"^{Topics}\s+(?:news|updates?|headlines)$", Options)];

    private static readonly string[] Articles = ["the", "le", "la", "les"];

    // What points back, or asks something else, is no topic.
    private static readonly HashSet<string> NoTopics = new(StringComparer.OrdinalIgnoreCase)
    {
        "it", "this", "that", "these", "those", "he", "she", "they", "him", "her", "them", "his", "its", "their", "there", "here", "me", "us", "you", "my", "our",
        "your", "who", "what", "when", "where", "why", "how", "which", "whether", "any", "ça", "cela", "lui", "elle", "eux", "moi", "qui", "que", "quand", "où",
        "comment", "ce", "cette", "ces", "ذلك", "هذا", "هذه", "تلك", "هناك", "هنا", "من", "ماذا", "متى", "أين", "لماذا", "كيف",
    };

    /// <summary>Null for what asks something else.</summary>
    public static TopicTalk? Read(string text)
    {
        string trimmed = text.Trim();
        string said = trimmed.TrimEnd('.', '!', '?', '؟', '…', ' ').Replace('’', '\'');
        if (said.Length is 0 or > Longest)
        {
            return null;
        }

        (string asked, string? window) = WithoutWindow(said);
        if (Match(About, asked) is { } about)
        {
            return Of(about, isSure: true, window);
        }

        if (Match(Within, asked) is { } within)
        {
            return Of(within, isSure: IsName(within), window);
        }

        // "Iraq?" goes on about what was asked before.
        return Match(Before, asked) is { } before ? Of(before, isSure: false, window)
            : said.Length == trimmed.Length ? Of(said, isSure: false, null)
            : null;
    }

    private static TopicTalk? Of(string topic, bool isSure, string? window)
    {
        string[] words = topic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords && !words.Any(NoTopics.Contains) && TextAnalyzer.Terms(topic).Count > 0 && Rejoinder.Read(topic) is null
            ? new(string.Join(' ', words), isSure, window)
            : null;
    }

    private static string? Match(Regex[] expressions, string text) =>
        expressions.Select(expression => expression.Match(text)).FirstOrDefault(match => match.Success) is { } match
            ? WithoutArticle(match.Groups["topic"].Value)
            : null;

    // "news about iraq this week"
    private static (string Asked, string? Window) WithoutWindow(string said)
    {
        string[] words = said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (int count in (int[])[2, 1])
        {
            if (words.Length > count + 1 && Rejoinder.Read(string.Join(' ', words[^count..])) is Rejoinder.Since since)
            {
                return (string.Join(' ', words[..^count]), $"{(int)since.Window.TotalHours}h");
            }
        }

        return (said, null);
    }

    private static string WithoutArticle(string topic)
    {
        string bare = topic.StartsWith("l'", StringComparison.OrdinalIgnoreCase) || topic.StartsWith("d'", StringComparison.OrdinalIgnoreCase) ? topic[2..] : topic;
        int space = bare.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Articles.Contains(bare[..space], StringComparer.OrdinalIgnoreCase) ? bare[(space + 1)..].TrimStart() : bare;
    }

    // One word, or words with capital letters: the Middle East, but not the budget law.
    private static bool IsName(string topic)
    {
        string[] words = topic.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 1 || words.All(word => char.IsUpper(word[0]));
    }
}

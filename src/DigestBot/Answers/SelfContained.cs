using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Makes a follow-up question stand by itself, by adding what the conversation is about.</summary>
/// <remarks>
/// Nothing is rewritten: words of the earlier question and of the digest's topic are appended, as in historical query
/// expansion (Yang et al., TREC CAsT 2019). A question that is whole is left as it is.
/// </remarks>
internal static class SelfContained
{
    // With fewer words of its own a question seldom says what it is about.
    private const int WholeQuestion = 3;

    private static readonly HashSet<string> Pointers = new(StringComparer.OrdinalIgnoreCase)
    {
        "he", "she", "it", "they", "him", "her", "them", "his", "their", "its", "this", "that", "these", "those", "there", "then",
    };

    // They ask, and say nothing of what is asked about.
    private static readonly HashSet<string> Asking = new(StringComparer.OrdinalIgnoreCase)
    {
        "how", "many", "much", "what", "when", "where", "which", "who", "whom", "whose", "why", "about", "and", "more",
    };

    // A message may be long, and its first words say what it is about.
    private const int MostQuotedWords = 8;

    public static string Of(AskRequest request)
    {
        string question = request.Question;
        IReadOnlyList<string> own = TextAnalyzer.Terms(question);
        if (request is { Context: null, Earlier: [], Quoted: null } || (own.Count >= WholeQuestion && !Points(question)))
        {
            return question;
        }

        HashSet<string> known = new(own, StringComparer.Ordinal);
        string[] added = [.. About(request)
            .Where(word => !Asking.Contains(word) && TextAnalyzer.Terms(word) is [{ } term] && known.Add(term))
            .Take(request.Quoted is null ? int.MaxValue : MostQuotedWords)];
        return added.Length == 0 ? question : $"{question} ({string.Join(' ', added)})";
    }

    private static bool Points(string question)
    {
        string[] words = Words(question);
        return words.Any(Pointers.Contains) || (words.Length > 0 && words[0].Equals("and", StringComparison.OrdinalIgnoreCase));
    }

    private static string[] About(AskRequest request)
    {
        string last = request switch
        {
            { Quoted: { } quoted } => quoted,
            { Earlier: [.., var question] } => question,
            { Context.Stories: [var story, ..] } => story.Title,
            _ => "",
        };
        return Words($"{request.Context?.Topic} {last}");
    }

    private static string[] Words(string text) =>
        text.Split([' ', '\t', '\n', '?', '!', ',', '.', ';', ':', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
}

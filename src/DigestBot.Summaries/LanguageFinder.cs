namespace DigestBot.Summaries;

/// <summary>Tells what a text is written in, as far as that changes its stems.</summary>
/// <remarks>
/// Groups of three letters, weighed by how much more often each language has them (Cavnar and Trenkle, "N-gram-based text
/// categorization", 1994, as naive Bayes). Whatever is unclear, or looks like a language without rules of its own, is
/// <see cref="TextLanguage.General"/>. Deterministic, free of culture, safe to call from any thread.
/// </remarks>
public static class LanguageFinder
{
    // More tells nothing more: four sentences were told without a mistake, see bench/results.
    private const int MostLetters = 600;

    // Passages that are hardly more than names have to say more before they are not English.
    private const int ListOfNames = 100;

    /// <summary>The language of a text.</summary>
    /// <param name="title">Headline, empty if there is none.</param>
    /// <param name="text">Body text, however short or malformed; only its beginning is read.</param>
    /// <param name="declared">What the publisher says, as BCP 47 (de-AT), or null: it counts where the text leaves a doubt.</param>
    /// <exception cref="ArgumentNullException">The title or the text is null.</exception>
    public static TextLanguage Of(string title, string text, string? declared = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);

        var score = new LanguageScore(stackalloc ushort[LanguageProfiles.Width]);
        int left = score.Read(title, MostLetters);
        score.Read(text, left);
        return score.Best(declared);
    }

    /// <summary>What the passages of one text are written in.</summary>
    internal static TextLanguage Of(IReadOnlyList<string> passages)
    {
        var score = new LanguageScore(stackalloc ushort[LanguageProfiles.Width]);
        int left = MostLetters;
        for (int i = 0; i < passages.Count && left > 0; i++)
        {
            left = score.Read(passages[i], left);
        }

        return score.Best(declared: null, ListOfNames);
    }

    /// <summary>The language of a question: never one in which a stop word of English that it has would say something.</summary>
    internal static TextLanguage OfQuestion(string question)
    {
        TextLanguage language = Of(string.Empty, question);
        var reader = new TermReader(question);
        while (language != TextLanguage.General && reader.MoveNext())
        {
            bool isEnglish = StopWords.Contains(reader.Folded, TextLanguage.General) && !StopWords.Contains(reader.Folded, language);
            language = isEnglish ? TextLanguage.General : language;
        }

        return language;
    }
}

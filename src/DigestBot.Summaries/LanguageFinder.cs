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

    private const int MostPassages = 15;

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

    /// <summary>What most of the first passages of one text are written in: a list of names says nothing.</summary>
    internal static TextLanguage Of(IReadOnlyList<string> passages)
    {
        int read = Math.Min(passages.Count, MostPassages);
        Span<int> votes = stackalloc int[QueryForms.Languages];
        for (int i = 0; i < read; i++)
        {
            votes[(int)Of(string.Empty, passages[i])]++;
        }

        int most = votes.IndexOfAnyInRange((read / 2) + 1, read);
        return most < 0 ? TextLanguage.General : (TextLanguage)most;
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

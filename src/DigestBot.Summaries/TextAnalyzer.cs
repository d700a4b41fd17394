namespace DigestBot.Summaries;

/// <summary>Turns text into stems, alike for articles and questions and alike on every machine.</summary>
/// <remarks>
/// Words of all scripts, lower-cased and without accents; numbers whole (185,000 is 185000, 3.5 is 3p5); dotted initials
/// joined (U.S. is the name "us", not the stop word); possessives and stop words dropped. Cyrillic words are stemmed as Russian,
/// Arabic ones lightly; scripts without spaces come as pairs of characters. Latin words are stemmed with Porter2, unless the text
/// is in one of the other languages of <see cref="TextLanguage"/>: then by its own rules, with its code in front (de_wahl), so that
/// a stem never means a word of another language. A question has the stems of all of them, so that index and query always agree.
/// </remarks>
public static class TextAnalyzer
{
    /// <summary>Grows whenever the same text would give other stems, another stored vector or other entries of an index: time to index again.</summary>
    public const int Version = 4;

    /// <summary>The stems of a text by the general rules, in order, stop words left out, repetitions kept.</summary>
    /// <param name="text">Any text, however malformed.</param>
    /// <returns>Stems of letters and digits only, at most 40 characters each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static IReadOnlyList<string> Terms(string text) => Terms(text, TextLanguage.General);

    /// <summary>The stems of a text in order, stop words left out, repetitions kept.</summary>
    /// <param name="text">Any text, however malformed.</param>
    /// <param name="language">What it is written in.</param>
    /// <returns>Stems of letters and digits, at most 40 characters each, some behind the mark of the language.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static IReadOnlyList<string> Terms(string text, TextLanguage language)
    {
        ArgumentNullException.ThrowIfNull(text);

        var terms = new List<string>(text.Length / 8);
        bool keepNames = HasLowerCase(text);
        var reader = new TermReader(text, language);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames, language);
            if (!term.IsStopWord)
            {
                terms.Add(term.Stem);
            }
        }

        return terms;
    }

    /// <summary>What articles may hold for the words of a question, each word once.</summary>
    /// <param name="question">Any text, however malformed.</param>
    /// <returns>
    /// One for each stem of <see cref="Terms(string)"/>, in order; without stop words of the language that the question seems to be in.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    public static IReadOnlyList<QueryTerm> QueryTerms(string question)
    {
        ArgumentNullException.ThrowIfNull(question);

        return QueryForms.Terms(question);
    }

    /// <summary>The term vector of an article by the general rules.</summary>
    /// <param name="title">Headline, empty if there is none; its terms are flagged and counted too.</param>
    /// <param name="text">Body text.</param>
    /// <returns>Counts by stem; see <see cref="TermVector"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TermVector Vector(string title, string text) => Analyze(title, text).Vector;

    /// <summary>The distinct stems and the term vector of an article by the general rules, in one pass.</summary>
    /// <param name="title">Headline, empty if there is none; its terms are flagged and counted too.</param>
    /// <param name="text">Body text.</param>
    /// <returns>Stems for a full-text index and the vector for ranking and comparison.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static AnalyzedText Analyze(string title, string text) => Analyze(title, text, TextLanguage.General);

    /// <summary>The distinct stems and the term vector of an article, in one pass.</summary>
    /// <param name="title">Headline, empty if there is none; its terms are flagged and counted too.</param>
    /// <param name="text">Body text.</param>
    /// <param name="language">What it is written in, from <see cref="LanguageFinder"/>.</param>
    /// <returns>Stems for a full-text index and the vector for ranking and comparison.</returns>
    /// <exception cref="ArgumentNullException">The title or the text is null.</exception>
    public static AnalyzedText Analyze(string title, string text, TextLanguage language)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);

        using var counter = new TermCounter();
        counter.Add(title, HasLowerCase(title), inTitle: true, language);
        counter.Add(text, HasLowerCase(text), inTitle: false, language);
        return counter.Finish();
    }

    /// <summary>False for text all in capitals, in which capitals say nothing.</summary>
    internal static bool HasLowerCase(ReadOnlySpan<char> text) => text.ContainsAnyInRange('a', 'z');
}

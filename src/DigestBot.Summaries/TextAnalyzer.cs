namespace DigestBot.Summaries;

/// <summary>Turns text into stems, alike for articles and questions and alike on every machine.</summary>
/// <remarks>
/// Words of all scripts, lower-cased and without accents; numbers whole (185,000 is 185000, 3.5 is 3p5); dotted initials
/// joined (U.S. is the name "us", not the stop word); possessives and the stop words of English, Russian and Arabic dropped.
/// The script decides how a word is stemmed, so that index and query always agree: Latin with Porter2 whatever the language,
/// Cyrillic with the Russian stemmer, Arabic lightly; scripts without spaces come as pairs of characters.
/// </remarks>
public static class TextAnalyzer
{
    /// <summary>Grows whenever the same text would give other stems or another stored vector: time to index again.</summary>
    public const int Version = 2;

    /// <summary>The stems of a text in order, stop words left out, repetitions kept.</summary>
    /// <param name="text">Any text, however malformed.</param>
    /// <returns>Stems of letters and digits only, at most 40 characters each.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static IReadOnlyList<string> Terms(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var terms = new List<string>(text.Length / 8);
        bool keepNames = HasLowerCase(text);
        var reader = new TermReader(text);
        while (reader.MoveNext())
        {
            Term term = Lexicon.Find(ref reader, keepNames);
            if (!term.IsStopWord)
            {
                terms.Add(term.Stem);
            }
        }

        return terms;
    }

    /// <summary>The term vector of an article.</summary>
    /// <param name="title">Headline, empty if there is none; its terms are flagged and counted too.</param>
    /// <param name="text">Body text.</param>
    /// <returns>Counts by stem; see <see cref="TermVector"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static TermVector Vector(string title, string text) => Analyze(title, text).Vector;

    /// <summary>The distinct stems and the term vector of an article, in one pass.</summary>
    /// <param name="title">Headline, empty if there is none; its terms are flagged and counted too.</param>
    /// <param name="text">Body text.</param>
    /// <returns>Stems for a full-text index and the vector for ranking and comparison.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static AnalyzedText Analyze(string title, string text)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(text);

        using var counter = new TermCounter();
        counter.Add(title, HasLowerCase(title), inTitle: true);
        counter.Add(text, HasLowerCase(text), inTitle: false);
        return counter.Finish();
    }

    /// <summary>False for text all in capitals, in which capitals say nothing.</summary>
    internal static bool HasLowerCase(ReadOnlySpan<char> text) => text.ContainsAnyInRange('a', 'z');
}

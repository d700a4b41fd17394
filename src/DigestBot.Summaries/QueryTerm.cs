namespace DigestBot.Summaries;

/// <summary>A word of a question: what articles of any language may hold for it.</summary>
/// <param name="Stem">By the general rules: stands for the word, and is among the forms.</param>
/// <param name="Forms">Its stem in each language, as <see cref="TextAnalyzer"/> writes them, and those of irregular forms in English (run, ran); an article with one of them has the word.</param>
public sealed record QueryTerm(string Stem, IReadOnlyList<string> Forms)
{
    /// <summary>A stem that is looked for as it is.</summary>
    /// <param name="stem">As <see cref="TextAnalyzer"/> gives it.</param>
    public static QueryTerm Of(string stem) => new(stem, [stem]);

    /// <summary>How often an article has the word.</summary>
    /// <param name="article">Its vector.</param>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public int CountIn(TermVector article)
    {
        ArgumentNullException.ThrowIfNull(article);

        int count = 0;
        foreach (string form in Forms)
        {
            count += article.Count(form);
        }

        return count;
    }

    /// <summary>Whether the headline of an article has the word.</summary>
    /// <param name="article">Its vector.</param>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    public bool IsInTitleOf(TermVector article)
    {
        ArgumentNullException.ThrowIfNull(article);

        return Forms.Any(form => article.InTitle(form));
    }
}

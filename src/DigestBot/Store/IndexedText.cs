using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>What the index keeps of an article: whoever takes an entry out has to find the very stems that were put in.</summary>
/// <param name="Analyzed">Its stems.</param>
/// <param name="Language">Code of what it is written in, or null.</param>
internal sealed record IndexedText(AnalyzedText Analyzed, string? Language)
{
    /// <summary>The article's terms and its language, as tokens.</summary>
    public IEnumerable<string> Tokens => Language is null ? Analyzed.DistinctTerms : [LanguageToken.Of(Language), .. Analyzed.DistinctTerms];

    /// <param name="title">As stored.</param>
    /// <param name="text">As stored.</param>
    /// <param name="language">As declared and stored.</param>
    public static IndexedText Analyze(string title, string text, string? language)
    {
        TextLanguage told = LanguageFinder.Of(title, text, language);
        return new(TextAnalyzer.Analyze(title, text, told), LanguageToken.CodeOf(language, told));
    }
}

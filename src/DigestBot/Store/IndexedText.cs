using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>What the index keeps of an article: whoever takes an entry out has to find the very stems that were put in.</summary>
internal static class IndexedText
{
    /// <param name="title">As stored.</param>
    /// <param name="text">As stored.</param>
    /// <param name="language">As declared and stored.</param>
    public static AnalyzedText Analyze(string title, string text, string? language) =>
        TextAnalyzer.Analyze(title, text, LanguageFinder.Of(title, text, language));
}

using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>The words of a question.</summary>
internal sealed class AskedWords(string question)
{
    private readonly IReadOnlyList<QueryTerm> _asked = TextAnalyzer.QueryTerms(question);

    /// <summary>Which share of them a sentence has, or its headline.</summary>
    public double ShareIn(ArticleSentence sentence)
    {
        HashSet<string> stems = [.. TextAnalyzer.Terms(sentence.WithHeadline, sentence.Language)];
        return _asked.Count == 0 ? 0 : _asked.Count(term => term.Forms.Any(stems.Contains)) / (double)_asked.Count;
    }
}

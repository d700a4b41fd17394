using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>What a question is asked about.</summary>
/// <param name="Context">Words that it may mean.</param>
/// <param name="Articles">The articles that were shown: those of the answers, the last one's first, or of the digest on screen.</param>
internal sealed record Talk(QuestionContext Context, IReadOnlyList<Article> Articles)
{
    // Further away it is somebody else who speaks.
    private const int Near = 3;

    // One telling word may well be asked of what was shown: "what did Trudeau say?"
    private const int WholeSubject = 2;

    private readonly Lazy<TermVector[]> _terms = new(() => [.. Articles.Select(ArticleLanguage.Terms)]);

    /// <summary>The sentence that was shown last, if it stands there still.</summary>
    public Citation? Last { get; init; }

    /// <summary>The sentence that says who said what was shown last: itself, or the nearest that does and stands by itself; null if none is near.</summary>
    public Citation? Attribution()
    {
        if (Last is null || Articles.FirstOrDefault(article => article.ToRef().Id == Last.Article.Id) is not { } article)
        {
            return null;
        }

        TextSpan[] sentences = [.. SentenceSplitter.Split(article.Text)];
        int shown = Array.FindIndex(sentences, span => span.Start <= Last.Start && Last.Start < span.Start + span.Length);
        return Enumerable.Range(0, sentences.Length)
            .Where(i => shown >= 0 && Math.Abs(i - shown) <= Near && Summaries.Attribution.IsIn(sentences[i].Of(article.Text).ToString())
                && QuoteAllowance.MayEver(article, sentences[i].Of(article.Text)))
            .OrderBy(i => Math.Abs(i - shown))
            .Select(i => new Citation(sentences[i].Of(article.Text).ToString(), article.ToRef(), sentences[i].Start, sentences[i].Length))
            .FirstOrDefault();
    }

    /// <summary>The same without its words, where the question has a subject of its own: several telling words, and none of them in what was shown.</summary>
    public Talk For(string question)
    {
        string[] subject = FollowUp.SubjectOf(question).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return subject.Length >= WholeSubject && IsLeftBy(question) && !subject.Any(IsKnown) ? this with { Context = new() } : this;
    }

    /// <summary>Whether the question may be about something else than what was shown.</summary>
    public bool IsLeftBy(string question) =>
        FollowUp.NamesAnother(question, Has);

    private bool IsKnown(string word) => TextAnalyzer.QueryTerms(word).Any(term => term.Forms.Any(Has));

    private bool Has(string stem) => _terms.Value.Any(terms => terms.Count(stem) > 0);
}

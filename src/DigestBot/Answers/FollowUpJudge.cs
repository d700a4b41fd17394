using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Judges sentences for a question that goes on about something: by what it adds, in articles that are about that.</summary>
internal sealed class FollowUpJudge : ISentenceJudge
{
    // What the sentence lacks, its headline may have: the country, the name.
    private const double HeadlineShare = 0.6;
    private const double OrderShare = 0.15;

    // One rare word in common, such as a place, is no answer to a question of several.
    private const double LeastShared = 0.5;

    // How sure an answer can be in an article that has nothing of what the conversation is about.
    private const double OffSubject = 0.4;

    // The trained model judges a whole text at once; one sentence is judged by what it has of the question.
    private static readonly RankOptions Untrained = new() { UseTrainedModel = false };

    private readonly FoundArticles _found;
    private readonly AskedWords _asked;
    private readonly Dictionary<long, (int Place, double OnSubject)> _articles;

    /// <param name="question">As it was asked.</param>
    /// <param name="query">The self-contained question.</param>
    /// <param name="found">The articles.</param>
    public FollowUpJudge(string question, string query, FoundArticles found)
    {
        HashSet<string> own = [.. TextAnalyzer.Terms(question)];
        QueryTerm[] subject = own.Count == 0 ? [] : [.. TextAnalyzer.QueryTerms(query).Where(term => !own.Contains(term.Stem))];
        Question = own.Count == 0 ? query : question;
        _asked = new AskedWords(Question);
        _found = found;
        _articles = found.Articles
            .Select((article, place) => (article.Id, Standing: (place, OnSubject(article, subject))))
            .ToDictionary(entry => entry.Id, entry => entry.Standing);
    }

    public string Question { get; }

    public ScoredSentence Judge(RankedPassage passage, ArticleSentence sentence)
    {
        double own = Answerable(sentence.Text, sentence.Language);
        double withHeadline = Answerable(sentence.WithHeadline, sentence.Language);
        double confidence = Math.Clamp(own + (HeadlineShare * Math.Max(0, withHeadline - own)), 0, 1);
        confidence *= Math.Min(1, _asked.ShareIn(sentence) / LeastShared);
        (int place, double onSubject) = _articles[sentence.Article.Id];
        double score = passage.Score + confidence + (OrderShare / (1 + place));
        return new ScoredSentence(sentence.Article, sentence.Span, score * onSubject, confidence * onSubject);
    }

    private double Answerable(string text, TextLanguage language) =>
        PassageRanker.Answerable(Question, [text], _found.Frequencies.Idf, Untrained with { Languages = [language] });

    private static double OnSubject(Article article, QueryTerm[] subject)
    {
        if (subject.Length == 0)
        {
            return 1;
        }

        TermVector terms = ArticleLanguage.Terms(article);
        double share = subject.Count(term => term.CountIn(terms) > 0) / (double)subject.Length;
        return OffSubject + ((1 - OffSubject) * share);
    }
}

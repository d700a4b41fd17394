using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Judges sentences for a question that stands by itself.</summary>
internal sealed class QuestionJudge : ISentenceJudge
{
    // Scores are cut there before they become log odds.
    private const double Never = 1e-4;

    // What has half of the words only is seldom meant: somebody won a match, but not in Madrid.
    private const double LeastShared = 0.6;

    private readonly AskedWords _asked;
    private readonly Dictionary<long, Lazy<ArticleSignals>> _articles;

    public QuestionJudge(string question, FoundArticles found)
    {
        Question = question;
        _asked = new AskedWords(question);
        _articles = found.Articles.Select((article, place) => (Article: article, Place: place)).ToDictionary(
            entry => entry.Article.Id,
            entry => new Lazy<ArticleSignals>(() => new(1.0 / (1 + entry.Place), Answers(entry.Article))));

        // Worked out only of the few articles whose sentences come near.
        double Answers(Article article)
        {
            ArticleSentence[] sentences = [.. ArticleSentence.Of(article)];
            RankOptions options = new() { Languages = [.. sentences.Select(sentence => sentence.Language)] };
            return PassageRanker.Answerable(question, [.. sentences.Select(sentence => sentence.Text)], found.Frequencies.Idf, options);
        }
    }

    public string Question { get; }

    public ScoredSentence Judge(RankedPassage passage, ArticleSentence sentence)
    {
        double score = Math.Clamp(passage.Score, Never, 1 - Never);
        ArticleSignals of = _articles[sentence.Article.Id].Value;
        var signals = new AnswerSignals(Math.Log(score / (1 - score)), of.Place, of.Answers, _asked.ShareIn(sentence));
        double confidence = signals.Confidence * Math.Min(1, signals.Shared / LeastShared);
        return new ScoredSentence(sentence.Article, sentence.Span, confidence, confidence) { Signals = signals };
    }

    private sealed record ArticleSignals(double Place, double Answers);
}

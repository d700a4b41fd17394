using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Ranks the sentences of some articles by how well they answer a question.</summary>
internal static class SentenceRanking
{
    // Sentences that are judged one by one; the others do not come near.
    private const int MaxJudged = 25;
    private const int MaxSentenceLength = 1000;

    // Sentences of several articles stand in the list, so places mean nothing.
    private static readonly RankOptions BySentence = new() { UsePlace = false };

    /// <summary>The best sentences first.</summary>
    /// <param name="question">As it was asked: what it added to the conversation is what a sentence must have.</param>
    /// <param name="query">The self-contained question; equal to the question if that stands by itself.</param>
    /// <param name="found">The articles, best first.</param>
    public static IReadOnlyList<ScoredSentence> Rank(string question, string query, FoundArticles found)
    {
        (Article Article, TextSpan Span)[] sentences = [.. found.Articles.SelectMany(article => Sentences(article).Select(span => (article, span)))];
        if (sentences.Length == 0)
        {
            return [];
        }

        ISentenceJudge judge = question == query ? new QuestionJudge(query, found) : new FollowUpJudge(question, query, found);
        string[] passages = [.. sentences.Select(sentence => sentence.Span.Of(sentence.Article.Text))];
        return [.. PassageRanker.Rank(judge.Question, passages, found.Frequencies.Idf, BySentence)
            .Take(MaxJudged)
            .Where(passage => passage.Coverage > 0)
            .Select(passage => judge.Judge(passage, sentences[passage.Index].Article, sentences[passage.Index].Span))
            .OrderByDescending(sentence => sentence.Score)
            .ThenByDescending(sentence => sentence.Article.Id)
            .ThenBy(sentence => sentence.Span.Start)];
    }

    /// <summary>The sentences of an article that are short enough to be an answer.</summary>
    public static IEnumerable<TextSpan> Sentences(Article article) =>
        SentenceSplitter.Split(article.Text).Where(span => span.Length <= MaxSentenceLength);
}

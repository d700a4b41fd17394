using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>Ranks the sentences of some articles by how well they answer a question.</summary>
internal static class SentenceRanking
{
    // Sentences that are judged one by one; the others do not come near.
    private const int MaxJudged = 25;

    // Sentences of several articles stand in the list, so places mean nothing.
    private static readonly RankOptions BySentence = new() { UsePlace = false };

    /// <summary>The best sentences first.</summary>
    /// <param name="question">As it was asked: what it added to the conversation is what a sentence must have.</param>
    /// <param name="query">The self-contained question; equal to the question if that stands by itself.</param>
    /// <param name="found">The articles, best first.</param>
    public static IReadOnlyList<ScoredSentence> Rank(string question, string query, FoundArticles found)
    {
        ArticleSentence[] sentences = [.. found.Articles.SelectMany(ArticleSentence.Of)];
        if (sentences.Length == 0)
        {
            return [];
        }

        ISentenceJudge judge = question == query ? new QuestionJudge(query, found) : new FollowUpJudge(question, query, found);
        RankOptions options = BySentence with { Languages = [.. sentences.Select(sentence => sentence.Language)] };
        return [.. PassageRanker.Rank(judge.Question, [.. sentences.Select(sentence => sentence.Text)], found.Frequencies.Idf, options)
            .Take(MaxJudged)
            .Where(passage => passage.Coverage > 0)
            .Select(passage => judge.Judge(passage, sentences[passage.Index]))
            .OrderByDescending(sentence => sentence.Score)
            .ThenByDescending(sentence => sentence.Article.Id)
            .ThenBy(sentence => sentence.Span.Start)];
    }
}

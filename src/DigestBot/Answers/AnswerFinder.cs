using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Summaries;
using Microsoft.Extensions.Options;

namespace DigestBot.Answers;

/// <summary>Answers a question with sentences of stored articles, or says that none answers it.</summary>
internal sealed class AnswerFinder(
    ArticleFinder finder, ArticleStore articles, IOptions<AnswerOptions> options, TimeProvider clock)
{
    private const int MaxRead = 24;
    private const int MaxNearest = 3;

    // A further sentence is shown only if it is nearly as direct as the first and says something else.
    private const double NearlyAsGood = 0.93;
    private const double Alike = 0.6;

    public async Task<Answer> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        NewsWindow window = request.Since is { } since ? NewsWindow.Last(since, now) : NewsWindow.Until(now);

        // Who points at a message means it: there is nothing to guess.
        string query = FollowUp.SelfContained(request.Question, request.Subject, useTrainedModel: request.Quoted is null);
        FoundArticles found = await finder.FindAsync(
            request.Space, query, request.Topic, window, ArticlesOf(request.Context), MaxRead, cancellationToken);

        IReadOnlyList<ScoredSentence> ranked = SentenceRanking.Rank(request.Question, query, found);

        long searched = request.Since is null
            ? await articles.CountAllAsync(request.Space, cancellationToken)
            : await articles.CountAsync(request.Space, window, cancellationToken);
        return Compose(request.Question, query, ranked, () => SentenceRanking.Rank(query, query, found), new Searched(searched, window));
    }

    private Answer Compose(
        string question,
        string query,
        IReadOnlyList<ScoredSentence> ranked,
        Func<IReadOnlyList<ScoredSentence>> onSubject,
        Searched searched)
    {
        double confidence = ranked.Count > 0 ? ranked[0].Confidence : 0;
        bool answered = ranked.Count > 0 && confidence >= options.Value.MinConfidence;
        Citation[] quotes = answered ? [.. Direct(ranked)] : [];
        Citation[] nearest = answered ? [] : [.. Distinct([.. ranked, .. onSubject()]).Take(MaxNearest).Select(sentence => sentence.ToCitation())];
        return new Answer(question, query, answered, Math.Round(confidence, 3), quotes, nearest, searched);
    }

    private IEnumerable<Citation> Direct(IReadOnlyList<ScoredSentence> ranked) =>
        Distinct(ranked)
            .Where(sentence => sentence.Score >= NearlyAsGood * ranked[0].Score && sentence.Confidence >= options.Value.MinConfidence)
            .Take(options.Value.MaxQuotes)
            .Select(sentence => sentence.ToCitation());

    // Wire copies say the same in the same words; the first stands for all.
    private static List<ScoredSentence> Distinct(IReadOnlyList<ScoredSentence> ranked)
    {
        var kept = new List<(ScoredSentence Sentence, TermVector Terms)>();
        foreach (ScoredSentence sentence in ranked)
        {
            TermVector terms = TextAnalyzer.Vector("", sentence.Text);
            if (kept.TrueForAll(other => other.Terms.Similarity(terms) < Alike))
            {
                kept.Add((sentence, terms));
            }
        }

        return [.. kept.Select(entry => entry.Sentence)];
    }

    private static long[] ArticlesOf(Digest? digest) => digest is null
        ? []
        : [.. digest.Stories
            .SelectMany(story => story.Quotes)
            .Select(quote => ArticleId.TryParse(quote.Article.Id, out long id) ? id : -1)
            .Where(id => id >= 0)
            .Distinct()];
}

using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Summaries;
using Microsoft.Extensions.Options;

namespace DigestBot.Answers;

/// <summary>Answers a question with sentences of stored articles, or says that none answers it.</summary>
internal sealed class AnswerFinder(
    TalkReader talks, TopicBook topics, EventFinder events, ArticleFinder finder, ArticleCounter counter, IOptions<AnswerOptions> options, TimeProvider clock)
{
    /// <summary>Articles whose sentences are held against a question.</summary>
    public const int MaxRead = 24;

    /// <summary>Of the confidence asked for, this suffices in an article that was just shown: the subject is known to be the right one.</summary>
    public const double OnSubject = 0.75;

    /// <summary>From this similarity on, two sentences say the same.</summary>
    public const double Alike = 0.6;

    private const int MaxNearest = 3;

    // A further sentence is shown only if it is nearly as direct as the first and says something else.
    private const double NearlyAsGood = 0.12;

    public async Task<Answer> AskAsync(AskRequest request, CancellationToken cancellationToken)
    {
        OpenQuestion? open = OpenQuestion.Read(request.Question);
        request = request with { Since = request.Since ?? open?.Since };
        DateTimeOffset now = clock.GetUtcNow();
        NewsWindow window = request.Since is { } since ? NewsWindow.Last(since, now) : NewsWindow.Until(now);
        Talk talk = await talks.ReadAsync(request, cancellationToken);
        if (Attribution.IsAskedBy(request.Question) && talk.Attribution() is { } source)
        {
            return new(request.Question, request.Question, true, 1, [source], [], await counter.CountAsync(request, window, cancellationToken));
        }

        OpenQuestion? loose = OpenQuestion.ReadLoosely(request.Question);
        if (await FindOpenAsync(request, open ?? (talk.Articles.Count == 0 ? loose : null), window, cancellationToken) is { } told)
        {
            return told;
        }

        Finding finding = await SearchAsync(request, talk, window, cancellationToken);
        if (!finding.IsAnswer && await FindOpenAsync(request, loose, window, cancellationToken) is { } about)
        {
            return about;
        }

        return Compose(request.Question, finding, await counter.CountAsync(request, window, cancellationToken));
    }

    // Whatever happened is told by the stories about it: there is no one sentence that answers.
    private async Task<Answer?> FindOpenAsync(
        AskRequest request, OpenQuestion? open, NewsWindow window, CancellationToken cancellationToken)
    {
        if (open is null || request is not { Topic: null, Quoted: null, Language: null })
        {
            return null;
        }

        (Citation[] quotes, double confidence) = await events.FindAsync(
            request.Space, open.Subject, request.Outlet?.ToSources(), window, options.Value.MaxQuotes, cancellationToken);
        double least = open.IsLoose ? EventFinder.About : options.Value.MinConfidence;
        return quotes.Length == 0 || confidence < least ? null : new(
            request.Question, request.Question, true, confidence, quotes, [], await counter.CountAsync(request, window, cancellationToken));
    }

    private async Task<Finding> SearchAsync(AskRequest request, Talk talk, NewsWindow window, CancellationToken cancellationToken)
    {
        var place = new SearchPlace(
            await topics.ReadAsync(request.Space, request.Topic, cancellationToken), window, request.Language, request.Outlet?.Ids);

        // Who points at a message means it: there is nothing to guess.
        string query = FollowUp.SelfContained(request.Question, talk.Context, useTrainedModel: request.Quoted is null);
        long[] shown = [.. talk.Articles.Select(article => article.Id)];
        Finding finding = await FindAsync(request, query, place, shown, cancellationToken);
        if (!finding.IsAnswer && query != request.Question && request.Quoted is null && talk.IsLeftBy(request.Question))
        {
            // Nothing in what was shown answers it and it names something else: people change the subject without saying so.
            Finding alone = await FindAsync(request, request.Question, place, [], cancellationToken);
            return alone.Ranked.Count > 0 ? alone : finding;
        }

        return finding;
    }

    private async Task<Finding> FindAsync(
        AskRequest request, string query, SearchPlace place, IReadOnlyCollection<long> shown, CancellationToken cancellationToken)
    {
        FoundArticles found = await finder.FindAsync(request.Space, query, place, shown, MaxRead, cancellationToken);
        IReadOnlyList<ScoredSentence> ranked = SentenceRanking.Rank(request.Question, query, found);
        bool isShown = query != request.Question && ranked.Count > 0 && shown.Contains(ranked[0].Article.Id);
        return new(query, found, ranked, options.Value.MinConfidence * (isShown ? OnSubject : 1));
    }

    private Answer Compose(string question, Finding finding, Searched searched)
    {
        (string query, FoundArticles found, IReadOnlyList<ScoredSentence> ranked, double least) = finding;
        bool answered = finding.IsAnswer;
        Citation[]? differing = answered && options.Value.MaxQuotes > 1 ? AnswerDispute.Find(question, ranked, found) : null;
        Citation[] quotes = answered ? differing ?? [.. Direct(ranked, least)] : [];
        Citation[] nearest = answered ? [] : [.. Within(Distinct(Nearest(question, query, found, ranked))).Take(MaxNearest)];
        return new Answer(question, query, answered, Math.Round(finding.Confidence, 3), quotes, nearest, searched)
        {
            ReportsDiffer = differing is not null,
            Copies = AnswerCopies.Find(answered ? quotes : nearest, found.Articles),
        };
    }

    // A follow-up may say next to nothing ("where is he now?"): what it is about tells better what comes near.
    private static IReadOnlyList<ScoredSentence> Nearest(
        string question, string query, FoundArticles found, IReadOnlyList<ScoredSentence> ranked) =>
        query == question ? ranked : [.. SentenceRanking.Rank(query, query, found), .. ranked];

    private IEnumerable<Citation> Direct(IReadOnlyList<ScoredSentence> ranked, double least) =>
        Within(Distinct(ranked).Where(sentence => sentence.Score >= ranked[0].Score - NearlyAsGood && sentence.Confidence >= least))
            .Take(options.Value.MaxQuotes);

    // As far as articles may be quoted in one answer; what does not fit gives way to the next that does.
    private static IEnumerable<Citation> Within(IEnumerable<ScoredSentence> sentences)
    {
        var allowance = new QuoteAllowance();
        return sentences
            .Select(sentence => (Quote: sentence.ToCitation(), sentence.Article.MostQuoted))
            .Where(sentence => allowance.TryAdd(sentence.MostQuoted, sentence.Quote))
            .Select(sentence => sentence.Quote);
    }

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

    private sealed record Finding(string Query, FoundArticles Found, IReadOnlyList<ScoredSentence> Ranked, double Least)
    {
        public bool IsAnswer => Ranked.Count > 0 && Confidence >= Least;

        public double Confidence => Ranked.Count > 0 ? Ranked[0].Confidence : 0;
    }
}

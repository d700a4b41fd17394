using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Summaries;
using Microsoft.Extensions.Options;

namespace DigestBot.Digests;

/// <summary>Explains stories of kept digests: finds, ranks and weighs once more what the space may see, and keeps nothing.</summary>
internal sealed class StoryExplainer(
    CandidateStoryFinder candidates,
    FollowedStoryFinder followed,
    VoiceReader reader,
    TopicBook topics,
    TasteReader tastes,
    DigestVerifier verifier,
    IOptions<DigestOptions> options)
{
    /// <param name="space">Who asks.</param>
    /// <param name="digest">One that the space was shown.</param>
    /// <param name="place">Of the story, from 1.</param>
    /// <param name="quote">Of one of its quotes, from 1; null for all.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns>Null where the digest has no such story or quote.</returns>
    public async Task<StoryExplanation?> ExplainAsync(
        Space space, Digest digest, int place, int? quote, CancellationToken cancellationToken)
    {
        if (digest.Stories.ElementAtOrDefault(place - 1) is not { } story || quote > story.Quotes.Count)
        {
            return null;
        }

        TopicPattern topic = (await topics.ReadAsync(space, digest.Topic, cancellationToken)).By(digest.Also ?? []);
        SourceTaste taste = await tastes.ReadAsync(space, digest.Asked.To, cancellationToken);
        CandidateStories found = digest.Story is null
            ? await candidates.FindAsync(space, topic, digest.Window, int.MaxValue, taste, cancellationToken)
            : await OnlyAsync(space, digest, story, taste, cancellationToken);
        int index = IndexOf(story, found.Ranked);
        long[] chosen = index >= 0 ? VoiceReader.Choose(found.Ranked[index].Story) : [];
        IReadOnlyList<Voice> voices = await reader.ReadAsync(space, [.. chosen, .. story.Quotes.SelectMany(IdOf)], cancellationToken);
        IReadOnlyList<QuoteExplanation> quotes = await ExplainAsync(space, story, voices, topic.Query, cancellationToken);
        return new StoryExplanation(
            digest.Id,
            place,
            digest.Stories.Count,
            story,
            index < 0 ? null : new(
                found.Ranked[index],
                index + 1,
                found.Ranked.Count,
                StoryRanker.Floor * found.Ranked[0].Points,
                !topic.IsEverything,
                chosen.Length),
            quote is { } one ? [quotes[one - 1]] : quotes);
    }

    // What one person follows is ranked against nothing.
    private async Task<CandidateStories> OnlyAsync(
        Space space, Digest digest, DigestStory story, SourceTaste taste, CancellationToken cancellationToken)
    {
        IReadOnlyList<FollowedStory> known = await followed.ResolveAsync(space, [new(story.Quotes.SelectMany(IdOf), [])], cancellationToken);
        StoryView? view = await followed.FindAsync(space, known[0], digest.Window, cancellationToken);
        (long from, long to) = (ArticleId.First(digest.Window.From), ArticleId.Last(digest.Window.To));
        ArticleHead[] told = [.. (view?.Articles ?? []).Where(article => article.Id >= from && article.Id <= to)];
        return new(told.Length, told.Length == 0 ? [] : StoryRanker.Rank([view! with { Articles = told }], TopicPattern.Everything, taste));
    }

    // Stories merge: one that took up the articles that were quoted is the same.
    private static int IndexOf(DigestStory story, IReadOnlyList<RankedStory> ranked)
    {
        long[] quoted = [.. story.Quotes.SelectMany(IdOf)];
        for (int i = 0; i < ranked.Count; i++)
        {
            if (ArticleId.Format(ranked[i].Story.Id) == story.Id)
            {
                return i;
            }
        }

        return ranked.ToList().FindIndex(other => other.Story.Articles.Any(article => quoted.Contains(article.Id)));
    }

    private async Task<IReadOnlyList<QuoteExplanation>> ExplainAsync(
        Space space, DigestStory story, IReadOnlyList<Voice> voices, string? query, CancellationToken cancellationToken)
    {
        var summary = new SummaryOptions
        {
            MaxSentences = Math.Max(options.Value.SentencesPerStory, story.Quotes.Count),
            Query = query,
        };
        var allowance = new QuoteAllowance();
        IReadOnlyList<SentenceExplanation> sentences =
            ExtractiveSummarizer.Explain([.. voices.Select(voice => voice.ToSource(allowance))], summary);
        Dictionary<(string, int), SentenceExplanation> byPlace = sentences.ToDictionary(sentence => (sentence.SourceId, sentence.Start));
        IReadOnlyList<QuoteCheck> checks = await verifier.CheckAsync(space, story.Quotes, cancellationToken);
        return
        [
            .. checks.Select((check, i) => new QuoteExplanation(
                i + 1,
                check.Quote,
                check.State,
                check.State == QuoteState.Unchanged ? byPlace.GetValueOrDefault((check.Quote.Article.Id, check.Quote.Start)) : null,
                sentences.Count)
            {
                Now = check.Now,
                Stands = check.Stands,
                Differs = i >= story.Quotes.Count - story.Differing,
            }),
        ];
    }

    private static IEnumerable<long> IdOf(Citation quote) => ArticleId.TryParse(quote.Article.Id, out long id) ? [id] : [];
}

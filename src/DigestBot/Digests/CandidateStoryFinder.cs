using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>Finds and ranks candidate stories; reads no text.</summary>
internal sealed class CandidateStoryFinder(CandidateFinder finder, ArticleStore articles)
{
    /// <summary>So many of the newest matches are grouped and ranked, whatever the store's size.</summary>
    public const int MaxCandidates = 1500;

    private const int MaxExtended = 30;
    private const int MaxMembers = 600;
    private const int MaxNewest = 20;

    public async Task<CandidateStories> FindAsync(
        Space space, string? topic, NewsWindow window, int max, CancellationToken cancellationToken)
    {
        string[] terms = Terms(topic);
        if (terms.Length == 0 && !string.IsNullOrWhiteSpace(topic))
        {
            return new CandidateStories(0, terms, []); // nothing but stop words: it would select everything
        }

        IReadOnlyList<long> ids = await finder.WithAllAsync(space, terms, window, MaxCandidates, cancellationToken);
        IReadOnlyList<ArticleHead> heads = await articles.HeadsAsync(space, ids, window, cancellationToken);
        IReadOnlyList<StoryView> ranked = StoryRanker.Rank(StoryLens.Group(heads), terms);
        IReadOnlyList<StoryView> whole = await ExtendAsync(space, [.. ranked.Take(MaxExtended)], window, cancellationToken);
        return new CandidateStories(heads.Count, terms, [.. StoryRanker.Rank(whole, terms).Take(max)]);
    }

    /// <summary>The effective date of the newest article that matches; null if none does.</summary>
    public async Task<DateTimeOffset?> NewestAsync(
        Space space, string? topic, NewsWindow window, CancellationToken cancellationToken)
    {
        string[] terms = Terms(topic);
        if (terms.Length == 0 && !string.IsNullOrWhiteSpace(topic))
        {
            return null;
        }

        IReadOnlyList<long> ids = await finder.WithAllAsync(space, terms, window, MaxNewest, cancellationToken);
        IReadOnlyList<ArticleHead> heads = await articles.HeadsAsync(space, ids, window, cancellationToken);
        return heads.Count > 0 ? ArticleId.Effective(heads[0].Id).AddSeconds(1) : null;
    }

    /// <summary>Everything of the window that the space may see, in stories, unranked.</summary>
    public async Task<IReadOnlyList<StoryView>> GroupAsync(Space space, NewsWindow window, CancellationToken cancellationToken)
    {
        IReadOnlyList<long> ids = await finder.WithAllAsync(space, [], window, MaxCandidates, cancellationToken);
        return StoryLens.Group(await articles.HeadsAsync(space, ids, window, cancellationToken));
    }

    // An article of a story may well report the event without naming the topic.
    private async Task<IReadOnlyList<StoryView>> ExtendAsync(
        Space space, IReadOnlyList<StoryView> stories, NewsWindow window, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleHead> members = await articles.OfStoriesAsync(
            space, [.. stories.Select(story => story.Id)], window, MaxMembers, cancellationToken);
        ILookup<long, ArticleHead> byStory = members.ToLookup(member => member.StoryId!.Value);
        return [.. stories.Select(story => story with
        {
            Articles = [.. story.Articles.Concat(byStory[story.Id]).DistinctBy(article => article.Id).OrderByDescending(article => article.Id)],
        })];
    }

    private static string[] Terms(string? topic) => [.. TextAnalyzer.Terms(topic ?? "").Distinct(StringComparer.Ordinal)];
}

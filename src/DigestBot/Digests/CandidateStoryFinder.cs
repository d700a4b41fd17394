using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>Finds and ranks candidate stories; reads no text.</summary>
internal sealed class CandidateStoryFinder(CandidateFinder finder, ArticleStore articles)
{
    // So many of the newest articles on a topic are grouped and ranked, whatever the store's size.
    private const int MaxOnTopic = 600;

    // Without a topic only the heads are read, and those from an index: a day of a very large store.
    private const int MaxInWindow = 20_000;

    // Stored neighbours that an article without a story is held against.
    private const int MaxNeighbours = 500;

    private const int MaxExtended = 20;
    private const int MaxMembers = 400;
    private const int MaxNewest = 20;

    public async Task<CandidateStories> FindAsync(
        Space space, string? topic, NewsWindow window, int max, CancellationToken cancellationToken)
    {
        string[] terms = Terms(topic);
        if (terms.Length == 0 && !string.IsNullOrWhiteSpace(topic))
        {
            return new CandidateStories(0, terms, []); // nothing but stop words: it would select everything
        }

        if (terms.Length == 0)
        {
            IReadOnlyList<ArticleHead> all = await InWindowAsync(space, window, cancellationToken);
            return new CandidateStories(all.Count, terms, [.. StoryRanker.Rank(StoryLens.Group(all), terms).Take(max)]);
        }

        IReadOnlyList<long> ids = await finder.WithAllAsync(space, terms, window, MaxOnTopic, cancellationToken);
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

        IReadOnlyList<ArticleHead> heads = terms.Length == 0
            ? await articles.NewestAsync(space, window, 1, cancellationToken)
            : await articles.HeadsAsync(
                space, await finder.WithAllAsync(space, terms, window, MaxNewest, cancellationToken), window, cancellationToken);
        return heads.Count > 0 ? ArticleId.Effective(heads[0].Id).AddSeconds(1) : null;
    }

    /// <summary>Everything of the window that the space may see, in stories, unranked.</summary>
    public async Task<IReadOnlyList<StoryView>> GroupAsync(Space space, NewsWindow window, CancellationToken cancellationToken) =>
        StoryLens.Group(await InWindowAsync(space, window, cancellationToken));

    private async Task<IReadOnlyList<ArticleHead>> InWindowAsync(Space space, NewsWindow window, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleHead> heads = await articles.NewestAsync(space, window, MaxInWindow, cancellationToken);
        long[] loose = [.. heads.Where(head => head.StoryId is null or 0).Take(StoryLens.MaxJoined).Select(head => head.Id)];
        if (loose.Length == 0)
        {
            return heads;
        }

        IEnumerable<long> neighbours = heads.Where(head => head.StoryId > 0).Take(MaxNeighbours).Select(head => head.Id);
        Dictionary<long, ArticleHead> withTerms = (await articles.HeadsAsync(space, [.. loose, .. neighbours], window, cancellationToken))
            .ToDictionary(head => head.Id);
        return [.. heads.Select(head => withTerms.GetValueOrDefault(head.Id, head))];
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

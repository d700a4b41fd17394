using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>Finds a story again that somebody follows, whatever became of it; reads no text.</summary>
/// <remarks>
/// Invariant: it is where most of those articles are that the person was shown and the space may see. A story that is taken up by another
/// stays followed; of one that falls apart, the part that they read of.
/// </remarks>
internal sealed class FollowedStoryFinder(ArticleStore articles, CandidateStoryFinder candidates)
{
    private const int MostArticles = 2_000;

    // What is in no stored story is grouped when somebody looks, so that costs more the further back one looks.
    private static readonly TimeSpan Loose = TimeSpan.FromDays(7);

    /// <summary>Where all that may be seen of a story is stored, its id stands for it: whoever follows it is served from one composition.</summary>
    public async Task<IReadOnlyList<FollowedStory>> ResolveAsync(
        Space space, IReadOnlyList<StoryTrace> traces, CancellationToken cancellationToken)
    {
        Dictionary<long, long?> stored = (await articles.PlacesAsync(space, [.. traces.SelectMany(trace => trace.All).Distinct()], cancellationToken))
            .ToDictionary(head => head.Id, head => head.StoryId);
        return [.. traces.Select(trace => Resolve(
            new(trace.Told.Where(stored.ContainsKey), trace.Others.Where(stored.ContainsKey)), id => stored[id]))];
    }

    /// <summary>All that is known of the story up to the end of a window, the newest first; null where the space may see nothing of it.</summary>
    public async Task<StoryView?> FindAsync(Space space, FollowedStory story, NewsWindow window, CancellationToken cancellationToken)
    {
        if (story is { StoryId: null, Trace: var trace } && !trace.All.Any())
        {
            return null;
        }

        IReadOnlyList<StoryView> views = await candidates.GroupAsync(
            space, story.StoryId is null ? NewsWindow.Last(Loose, window.To) : window, cancellationToken);
        if ((story.StoryId ?? await VoteAsync(space, story.Trace, views, cancellationToken)) is not { } id)
        {
            return null;
        }

        IReadOnlyList<ArticleHead> members = await articles.MembersAsync(space, [id], NewsWindow.Until(window.To), MostArticles, cancellationToken);
        IEnumerable<ArticleHead> joined = views.FirstOrDefault(view => view.Id == id)?.Articles ?? [];
        ArticleHead[] all = [.. members.Concat(joined).DistinctBy(article => article.Id).OrderByDescending(article => article.Id)];
        return all.Length > 0 ? new StoryView(id, all) : null;
    }

    private static FollowedStory Resolve(StoryTrace seen, Func<long, long?> storyOf) =>
        seen.All.Any(id => storyOf(id) is null or 0) ? new(null, seen) : new(Vote(seen, storyOf), StoryTrace.None);

    private async Task<long?> VoteAsync(Space space, StoryTrace trace, IReadOnlyList<StoryView> views, CancellationToken cancellationToken)
    {
        Dictionary<long, long?> places = (await articles.PlacesAsync(space, [.. trace.All], cancellationToken))
            .ToDictionary(head => head.Id, head => head.StoryId is > 0 ? head.StoryId : null);
        foreach (StoryView view in views)
        {
            foreach (ArticleHead article in view.Articles)
            {
                places[article.Id] = view.Id;
            }
        }

        // One from before the views is a story of its own for all that is known.
        return Vote(trace, id => places.TryGetValue(id, out long? story) ? story ?? id : null);
    }

    private static long? Vote(StoryTrace trace, Func<long, long?> storyOf)
    {
        HashSet<long> told = [.. trace.Told];
        return trace.All
            .Select(id => (Article: id, Story: storyOf(id)))
            .Where(vote => vote.Story is not null)
            .GroupBy(vote => vote.Story)
            .OrderByDescending(votes => votes.Count(vote => told.Contains(vote.Article)))
            .ThenByDescending(votes => votes.Count())
            .ThenByDescending(votes => votes.Max(vote => vote.Article))
            .FirstOrDefault()?.Key;
    }
}

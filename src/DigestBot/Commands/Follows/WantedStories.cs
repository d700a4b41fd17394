using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Stories;

namespace DigestBot.Commands.Follows;

/// <summary>Finds the story that somebody means, by its number in the digest on screen or by its id, and whether they follow it.</summary>
internal sealed class WantedStories(
    SubjectFinder subjects, StoryCatalog catalog, FollowedStoryFinder finder, FollowStore follows, TimeProvider clock)
{
    /// <summary>Enough to know a story again by; the newest.</summary>
    private const int MostNoted = 100;

    /// <returns>Null where the space can see no such story.</returns>
    public async Task<WantedStory?> FindAsync(CommandCall call, string which, CancellationToken cancellationToken)
    {
        Space space = call.Message.Space;
        DateTimeOffset now = clock.GetUtcNow();
        (Digest? digest, DigestStory? shown) = await ShownAsync(call, which, cancellationToken);
        DigestStory? story = shown ?? await catalog.SummaryAsync(space, which, cancellationToken);
        return story is not null && await ViewAsync(space, new(ArticlesOf(story), []), cancellationToken) is { } view
            ? new WantedStory(
                view.Id,
                story.Title,
                new(ArticlesOf(story), view.Articles.Take(MostNoted).Select(article => article.Id)),
                shown is null ? null : digest!.Id,
                shown is not null && digest!.Asked.To < now ? digest.Asked.To : now)
            : null;
    }

    /// <summary>What brings this very story to the person already; null where nothing does.</summary>
    public async Task<Schedule?> FollowedAsync(CommandCall call, WantedStory wanted, CancellationToken cancellationToken)
    {
        HashSet<long> articles = [.. wanted.Trace.All];
        foreach ((Schedule schedule, StoryTrace trace) in await OwnAsync(call.Message.Person, cancellationToken))
        {
            if (trace.All.Any(articles.Contains) && (await ViewAsync(call.Message.Space, trace, cancellationToken))?.Id == wanted.Id)
            {
                return schedule;
            }
        }

        return null;
    }

    /// <summary>What brings a story of the digest on screen to the person; null where nothing does.</summary>
    public async Task<Schedule?> FollowedAsync(CommandCall call, string which, CancellationToken cancellationToken)
    {
        if ((await ShownAsync(call, which, cancellationToken)).Story is not { } story)
        {
            return null;
        }

        long[] quoted = ArticlesOf(story);
        return (await OwnAsync(call.Message.Person, cancellationToken))
            .Where(own => own.Trace.All.Any(quoted.Contains))
            .OrderByDescending(own => own.Trace.Told.Count(quoted.Contains))
            .ThenByDescending(own => own.Trace.Others.Count(quoted.Contains))
            .Select(own => own.Schedule)
            .FirstOrDefault();
    }

    private static long[] ArticlesOf(DigestStory story) =>
        [.. story.Quotes.SelectMany(quote => ArticleId.TryParse(quote.Article.Id, out long id) ? [id] : (long[])[]).Distinct()];

    private async Task<(Digest? Digest, DigestStory? Story)> ShownAsync(CommandCall call, string which, CancellationToken cancellationToken)
    {
        Digest? digest = (await subjects.FindAsync(call, cancellationToken)).Digest;
        return digest is not null && StoryPlace.TryParse(which, digest, out StoryPlace place)
            ? (digest, digest.Stories.ElementAtOrDefault(place.Story - 1))
            : (digest, null);
    }

    private async Task<StoryView?> ViewAsync(Space space, StoryTrace trace, CancellationToken cancellationToken)
    {
        IReadOnlyList<FollowedStory> found = await finder.ResolveAsync(space, [trace], cancellationToken);
        return await finder.FindAsync(space, found[0], NewsWindow.Last(StoryWindow.Span, clock.GetUtcNow()), cancellationToken);
    }

    private async Task<IReadOnlyList<(Schedule Schedule, StoryTrace Trace)>> OwnAsync(string person, CancellationToken cancellationToken)
    {
        Schedule[] own = [.. (await follows.ListAsync(person, cancellationToken)).Where(schedule => schedule.Settings.Story is not null)];
        IReadOnlyDictionary<long, StoryTrace> traces = await follows.TracesAsync([.. own.Select(schedule => schedule.Id)], cancellationToken);
        return [.. own.Select(schedule => (schedule, traces.GetValueOrDefault(schedule.Id, StoryTrace.None)))];
    }
}

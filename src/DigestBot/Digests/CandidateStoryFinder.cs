using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>Finds and ranks candidate stories; reads no text.</summary>
internal sealed class CandidateStoryFinder(CandidateFinder finder, ArticleStore articles, TopicFilter filter)
{
    // So many of the newest articles on a topic are grouped and ranked, whatever the store's size.
    private const int MaxOnTopic = 600;

    // Without a topic only the heads are read, and those from an index: a day of a very large store.
    private const int MaxInWindow = 20_000;

    // Stored neighbours that an article without a story is held against.
    private const int MaxNeighbours = 500;

    // Of those that a name found which stands for the topic.
    private const int MaxHeaded = 200;

    private const int MaxExtended = 20;
    private const int MaxMembers = 400;

    // Of so many of the best stories it is looked at who only prints what others had, in at most so many articles.
    private const int MaxHeard = 60;
    private const int MaxHeardArticles = 400;
    private const int MaxNewest = 20;

    public Task<CandidateStories> FindAsync(
        Space space, TopicPattern topic, NewsWindow window, int max, CancellationToken cancellationToken) =>
        FindAsync(space, topic, window, max, SourceTaste.None, cancellationToken);

    /// <summary>The same, ranked by what people think of the sources as well.</summary>
    public async Task<CandidateStories> FindAsync(
        Space space, TopicPattern topic, NewsWindow window, int max, SourceTaste taste, CancellationToken cancellationToken)
    {
        if (topic.IsNothing)
        {
            return new CandidateStories(0, []);
        }

        if (topic.IsEverything)
        {
            IReadOnlyList<ArticleHead> all = await InWindowAsync(space, window, cancellationToken);
            IReadOnlyList<RankedStory> best = await RankAsync(space, StoryLens.Group(all), topic, window, taste, cancellationToken);
            return new CandidateStories(all.Count, [.. best.Take(max)]);
        }

        IReadOnlyList<ArticleHead> heads =
        [
            .. await MatchAsync(space, topic, window, MaxOnTopic, cancellationToken),
            .. await WiderAsync(space, topic, window, cancellationToken),
        ];
        IReadOnlyList<RankedStory> ranked = StoryRanker.Rank(StoryLens.Group(heads), topic, taste);
        IReadOnlyList<StoryView> whole = await ExtendAsync(space, [.. ranked.Take(MaxExtended).Select(story => story.Story)], topic, window, cancellationToken);
        return new CandidateStories(heads.Count, [.. StoryRanker.Rank(whole, topic, taste).Take(max)])
        {
            Also = [.. topic.NamesThatFound([.. heads.Select(head => head.Terms)]), .. topic.Wider.Select(name => name.Text)],
        };
    }

    /// <summary>The newest articles of the window that the space may see and that are about the topic, newest first.</summary>
    public async Task<IReadOnlyList<ArticleHead>> MatchAsync(
        Space space, TopicPattern topic, NewsWindow window, int max, CancellationToken cancellationToken)
    {
        IReadOnlyList<long> ids = await finder.WithAnyAsync(
            space, [.. topic.Any.Select(entry => entry.Terms)], window, max, cancellationToken);
        IReadOnlyList<ArticleHead> heads = await articles.HeadsAsync(space, ids, window, cancellationToken);
        IReadOnlyList<ArticleHead> about = await filter.AboutAsync(space, heads, topic, cancellationToken);
        IReadOnlyList<ArticleHead> named = await HeadedAsync(space, topic.Names, window, cancellationToken);
        return named.Count == 0 ? about
            : [.. about.Concat(named).DistinctBy(head => head.Id).OrderByDescending(head => head.Id).Take(max)];
    }

    // Asked apart, so that they crowd out none that has the word itself.
    private async Task<IReadOnlyList<ArticleHead>> WiderAsync(
        Space space, TopicPattern topic, NewsWindow window, CancellationToken cancellationToken) =>
        [.. (await HeadedAsync(space, topic.Wider, window, cancellationToken)).Where(head => topic.IsWider(head.Terms))];

    private async Task<IReadOnlyList<ArticleHead>> HeadedAsync(
        Space space, IReadOnlyList<TopicEntry> names, NewsWindow window, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return [];
        }

        IReadOnlyList<long> ids = await finder.WithAnyAsync(space, [.. names.Select(name => name.Terms)], window, MaxHeaded, cancellationToken);
        IReadOnlyList<ArticleHead> heads = await articles.HeadsAsync(space, ids, window, cancellationToken);
        return [.. heads.Where(head => names.Any(name => name.Heads(head.Terms)))];
    }

    /// <summary>The effective date of the newest article that matches; null if none does.</summary>
    public async Task<DateTimeOffset?> NewestAsync(
        Space space, TopicPattern topic, NewsWindow window, CancellationToken cancellationToken)
    {
        if (topic.IsNothing)
        {
            return null;
        }

        IReadOnlyList<ArticleHead> heads = topic.IsEverything
            ? await articles.NewestAsync(space, window, 1, cancellationToken)
            : await MatchAsync(space, topic, window, MaxNewest, cancellationToken);
        return heads.Count > 0 ? ArticleId.Effective(heads[0].Id).AddSeconds(1) : null;
    }

    /// <summary>Everything of the window that the space may see, in stories, unranked.</summary>
    public async Task<IReadOnlyList<StoryView>> GroupAsync(Space space, NewsWindow window, CancellationToken cancellationToken) =>
        StoryLens.Group(await InWindowAsync(space, window, cancellationToken));

    /// <summary>Ranks stories whose articles were read without their terms, so that it is not known yet who only reprints.</summary>
    public async Task<IReadOnlyList<RankedStory>> RankAsync(
        Space space, IReadOnlyList<StoryView> stories, TopicPattern topic, NewsWindow window, SourceTaste taste, CancellationToken cancellationToken)
    {
        IReadOnlyList<RankedStory> ranked = StoryRanker.Rank(stories, topic, taste);
        long[] unread = [.. ranked.Take(MaxHeard)
            .Where(story => story.Sources > 1)
            .SelectMany(story => StoryVoices.Publishers(story.Story))
            .SelectMany(publisher => (ArticleHead[])[publisher.First, publisher.Last])
            .Where(article => !article.HasTerms)
            .Select(article => article.Id)
            .Distinct()
            .Take(MaxHeardArticles)];
        if (unread.Length == 0)
        {
            return ranked;
        }

        Dictionary<long, ArticleHead> read = (await articles.HeadsAsync(space, unread, window, cancellationToken)).ToDictionary(head => head.Id);
        IEnumerable<StoryView> heard = ranked.Take(MaxHeard).Select(story => story.Story with
        {
            Articles = [.. story.Story.Articles.Select(article => read.GetValueOrDefault(article.Id, article))],
        });
        return [.. StoryRanker.Rank([.. heard], topic, taste), .. ranked.Skip(MaxHeard)];
    }

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
        Space space, IReadOnlyList<StoryView> stories, TopicPattern topic, NewsWindow window, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleHead> members = await articles.OfStoriesAsync(
            space, [.. stories.Select(story => story.Id)], window, MaxMembers, cancellationToken);
        IReadOnlyList<ArticleHead> kept = await filter.NotExcludedAsync(space, members, topic, cancellationToken);
        ILookup<long, ArticleHead> byStory = kept.ToLookup(member => member.StoryId!.Value);
        return [.. stories.Select(story => story with
        {
            Articles = [.. story.Articles.Concat(byStory[story.Id]).DistinctBy(article => article.Id).OrderByDescending(article => article.Id)],
        })];
    }
}

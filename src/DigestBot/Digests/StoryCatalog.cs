using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>One story in a list.</summary>
internal sealed record StoryListing(
    string Id, string Title, IReadOnlyList<string> Publishers, int Articles, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>Its place in the digest on screen, by which it can be asked for; null in a list that is none.</summary>
    public int? Number { get; init; }
}

/// <summary>One story in full: its summary and every visible article, oldest first.</summary>
internal sealed record StoryDetail(DigestStory Story, IReadOnlyList<ArticleRef> Articles)
{
    /// <summary>Day by day, oldest first; empty for a story of one day.</summary>
    public IReadOnlyList<StoryDay> Timeline { get; init; } = [];

    /// <summary>When its articles were last changed, by id; those that do not say are not in it.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Changes { get; init; } = new Dictionary<string, DateTimeOffset>();

    public DateTimeOffset? ChangeOf(ArticleRef article) => Changes.TryGetValue(article.Id, out DateTimeOffset changed) ? changed : null;
}

/// <summary>Lists and shows stories, as one space may see them.</summary>
internal sealed class StoryCatalog(
    CandidateStoryFinder candidates, StoryQuoter quoter, StoryTimeline timeline, TopicBook topics, ArticleStore articles, TimeProvider clock)
{
    private const int DetailSentences = 5;
    private const int MaxArticles = 200;

    /// <summary>Stories with news in the window (since null = everything), the most widely covered first.</summary>
    public async Task<IReadOnlyList<StoryListing>> ListAsync(
        Space space, string? topic, TimeSpan? since, int max, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        NewsWindow window = since is { } span ? NewsWindow.Last(span, now) : NewsWindow.Until(now);
        TopicPattern pattern = await topics.ReadAsync(space, topic, cancellationToken);
        CandidateStories found = await candidates.FindAsync(space, pattern, window, max, cancellationToken);
        IReadOnlyList<DigestStory> told = await quoter.QuoteAsync(space, found.Stories, pattern.Query, 1, cancellationToken);
        Dictionary<string, StoryView> views = found.Stories.ToDictionary(story => ArticleId.Format(story.Id), StringComparer.Ordinal);
        return [.. told.Select(story => ToListing(story, views[story.Id]))];
    }

    /// <summary>Null when the space can see no such story.</summary>
    public async Task<StoryDetail?> FindAsync(Space space, string id, CancellationToken cancellationToken)
    {
        if (!ArticleId.TryParse(id, out long storyId)
            || await ViewAsync(space, storyId, cancellationToken) is not { } view
            || await TellAsync(space, view, cancellationToken) is not { } story)
        {
            return null;
        }

        IReadOnlyList<Article> read = await articles.ReadAsync(
            space, [.. view.Articles.Take(MaxArticles).Select(article => article.Id)], cancellationToken);
        return new StoryDetail(story, [.. read.Select(article => article.ToRef())])
        {
            Timeline = await timeline.ReadAsync(space, view, story.Quotes, cancellationToken),
            Changes = read.Where(article => article.Modified is not null)
                .ToDictionary(article => ArticleId.Format(article.Id), article => article.Modified!.Value, StringComparer.Ordinal),
        };
    }

    /// <summary>Its summary alone; null when the space can see no such story.</summary>
    public async Task<DigestStory?> SummaryAsync(Space space, string id, CancellationToken cancellationToken) =>
        ArticleId.TryParse(id, out long storyId) && await ViewAsync(space, storyId, cancellationToken) is { } view
            ? await TellAsync(space, view, cancellationToken)
            : null;

    private async Task<DigestStory?> TellAsync(Space space, StoryView story, CancellationToken cancellationToken) =>
        (await quoter.QuoteAsync(space, [story], null, DetailSentences, cancellationToken)).SingleOrDefault();

    private async Task<StoryView?> ViewAsync(Space space, long storyId, CancellationToken cancellationToken)
    {
        IReadOnlyList<ArticleHead> members = await articles.OfStoriesAsync(
            space, [storyId], NewsWindow.Until(DateTimeOffset.MaxValue), MaxArticles, cancellationToken);

        // Not stored, or joined with articles that only this space sees: look at the days around it as a digest does.
        DateTimeOffset around = ArticleId.Effective(members.Count > 0 ? members[0].Id : storyId);
        var window = new NewsWindow(around - StoryWindow.Span, around + StoryWindow.Span);
        IReadOnlyList<StoryView> views = await candidates.GroupAsync(space, window, cancellationToken);
        StoryView? view = views.FirstOrDefault(story => story.Id == storyId);
        ArticleHead[] all = [.. members.Concat(view?.Articles ?? []).DistinctBy(article => article.Id).OrderByDescending(article => article.Id)];
        return all.Length > 0 ? new StoryView(storyId, all) : null;
    }

    private static StoryListing ToListing(DigestStory story, StoryView view) => new(
        story.Id,
        story.Title,
        story.Publishers,
        story.Articles,
        ArticleId.Effective(view.Articles[^1].Id),
        ArticleId.Effective(view.Articles[0].Id));
}

using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using Microsoft.Extensions.Options;

namespace DigestBot.Digests;

/// <summary>Composes digests: candidates, stories, quotes, coverage; the same question of the same store gives the same bytes.</summary>
internal sealed class DigestComposer(
    CandidateStoryFinder candidates,
    StoryQuoter quoter,
    StoryPastReader pasts,
    ArticleStore stored,
    FollowedStoryComposer followed,
    TopicBook topics,
    TasteReader tastes,
    TopicWidener widener,
    CoverageReader coverage,
    DigestArchive archive,
    IOptions<DigestOptions> options,
    TimeProvider clock)
{
    private const int EnoughStories = 3;

    // A channel that was shown a third of the window's stories by its other schedules still has a full digest.
    private const int DraftsPerStory = 3;

    private static readonly TimeSpan[] Fallbacks = [TimeSpan.FromDays(7), TimeSpan.FromDays(30)];

    /// <summary>Composes a digest and keeps it, so that it can be verified and asked about.</summary>
    public async Task<Digest> ComposeAsync(DigestRequest request, CancellationToken cancellationToken)
    {
        DateTimeOffset to = request.AsOf ?? clock.GetUtcNow();
        NewsWindow asked = request.Since is { } since ? NewsWindow.Last(since, to) : NewsWindow.Until(to);
        int max = request.Stories ?? options.Value.MaxStories;
        int sentences = request.Sentences ?? options.Value.SentencesPerStory;

        TopicPattern topic = await topics.ReadAsync(request.Space, request.Topic, cancellationToken);
        topic = request.Also is { } also ? topic.By(also)
            : request.Exact == true ? topic.By([])
            : request.Exact is null && !options.Value.Widen ? topic
            : await widener.WidenAsync(request.Space, topic, request.AsOf, to, cancellationToken);

        SourceTaste taste = await tastes.ReadAsync(request.Space, to, cancellationToken);
        (NewsWindow window, CandidateStories found) = await FindAsync(request, topic, asked, max, taste, cancellationToken);
        IReadOnlyList<DigestStory> stories = await quoter.QuoteAsync(
            request.Space, found.Stories, topic.Query, sentences, cancellationToken);
        Coverage searched = await coverage.ReadAsync(request.Space, found.Articles, cancellationToken);
        return await archive.KeepAsync(
            request.Space,
            new Digest("", request.Topic, window, window != asked, asked, searched, stories) { Also = Also(found), Only = request.Only?.Names },
            cancellationToken);
    }

    /// <summary>
    /// Composes what channels are then shown a part of: it has no id, is not kept, and never falls back to older news.
    /// </summary>
    public async Task<Draft> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
    {
        if (request.Story is { } story)
        {
            return await followed.DraftAsync(request, story, cancellationToken);
        }

        TopicPattern topic = TopicPattern.Of(request.Topic, request.Words);
        topic = options.Value.Widen
            ? await widener.WidenAsync(request.Space, topic, request.Window.To, request.Window.To, cancellationToken)
            : topic;
        CandidateStories found = await candidates.FindAsync(
            request.Space, topic, request.Window, request.Stories * DraftsPerStory, request.Taste, cancellationToken);
        IReadOnlyList<IReadOnlySet<long>> articles = await pasts.ReadAsync(
            request.Space, topic, found.Stories, request.Window.To, cancellationToken);
        IReadOnlyDictionary<long, DateTimeOffset> came = await stored.SeenAsync(
            request.Space, [.. found.Stories.SelectMany(story => story.Articles).Select(article => article.Id)], cancellationToken);
        StoryView[] newer = [.. found.Stories.Select(story => Newer(story, came, request.NewsSince))];
        HashSet<long> running = [.. newer.Zip(articles).Where(story => story.Second.Count > story.First.Articles.Count).Select(story => story.First.Id)];
        IReadOnlyList<QuotedStory> stories = await quoter.QuoteAsync(
            request.Space, newer, topic.Query, options.Value.SentencesPerStory, running, cancellationToken);
        Dictionary<string, IReadOnlySet<long>> byId = newer.Zip(articles).ToDictionary(story => ArticleId.Format(story.First.Id), story => story.Second);
        Coverage searched = await coverage.ReadAsync(request.Space, found.Articles, cancellationToken);
        return new Draft(
            new Digest("", request.Topic, request.Window, Fallback: false, request.Window, searched, [.. stories.Select(quoted => quoted.Story)]) { Also = Also(found) },
            [.. stories.Select(quoted => StoryPast.Of(byId[quoted.Story.Id], quoted, came, request.Window.To))]);
    }

    private static IReadOnlyList<string>? Also(CandidateStories found) => found.Also.Count == 0 ? null : found.Also;

    private static StoryView Newer(StoryView story, IReadOnlyDictionary<long, DateTimeOffset> came, DateTimeOffset since)
    {
        ArticleHead[] newer = [.. story.Articles.Where(article => StoryPast.CameAfter(since, article.Id, came))];
        return newer.Length > 0 ? story with { Articles = newer } : story;
    }

    private async Task<(NewsWindow Window, CandidateStories Found)> FindAsync(
        DigestRequest request, TopicPattern topic, NewsWindow asked, int max, SourceTaste taste, CancellationToken cancellationToken)
    {
        NewsWindow window = asked;
        CandidateStories found = await OnlyAsync(request, topic, window, max, taste, cancellationToken);
        if (found.Articles > 0
            || request.Since is not { } since
            || await candidates.NewestAsync(request.Space, topic, NewsWindow.Until(asked.To), cancellationToken) is not { } newest)
        {
            return (window, found);
        }

        // Nothing in the window: the newest coverage instead, as long a window as was asked for, or longer if that is thin.
        foreach (TimeSpan span in Fallbacks.Where(span => span > since).Prepend(since))
        {
            window = NewsWindow.Last(span, newest);
            found = await OnlyAsync(request, topic, window, Math.Max(max, EnoughStories), taste, cancellationToken);
            if (found.Stories.Count >= EnoughStories)
            {
                break;
            }
        }

        return (window, new CandidateStories(found.Articles, [.. found.Ranked.Take(max)]) { Also = found.Also });
    }

    private async Task<CandidateStories> OnlyAsync(
        DigestRequest request, TopicPattern topic, NewsWindow window, int max, SourceTaste taste, CancellationToken cancellationToken) =>
        request.Only is { } only
            ? only.Of(await candidates.FindAsync(request.Space, topic, window, DigestSources.MostLookedThrough, taste, cancellationToken), max)
            : await candidates.FindAsync(request.Space, topic, window, max, taste, cancellationToken);
}

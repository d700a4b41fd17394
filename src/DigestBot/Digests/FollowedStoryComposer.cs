using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using Microsoft.Extensions.Options;

namespace DigestBot.Digests;

/// <summary>Composes what is new of one story that people follow: told by the articles that came in since they were last told something.</summary>
internal sealed class FollowedStoryComposer(
    FollowedStoryFinder finder, StoryQuoter quoter, CoverageReader coverage, ArticleStore articles, IOptions<DigestOptions> options)
{
    public async Task<Draft> DraftAsync(DraftRequest request, FollowedStory followed, CancellationToken cancellationToken)
    {
        (Space space, NewsWindow window) = (request.Space, request.Window);
        StoryView? story = await finder.FindAsync(space, followed, window, cancellationToken);
        IReadOnlyDictionary<long, DateTimeOffset> came = await CameAsync(request, story, cancellationToken);
        StoryView? newer = story is null ? null : Newer(story, came, request.NewsSince);
        QuotedStory? quoted = newer is null ? null : (await quoter.QuoteAsync(
            space, [newer], query: null, options.Value.SentencesPerStory, new HashSet<long> { newer.Id }, cancellationToken)).SingleOrDefault();
        Coverage searched = await coverage.ReadAsync(space, newer?.Articles.Count ?? 0, cancellationToken);
        var digest = new Digest("", null, window, Fallback: false, window, searched, quoted is null ? [] : [quoted.Story])
        {
            Story = story is null ? "" : ArticleId.Format(story.Id),
        };
        return new Draft(digest, quoted is null ? [] : [StoryPast.Of(story!.Articles.Select(article => article.Id), quoted, came, window.To)])
        {
            Last = story is null ? null : await LastAsync(space, story.Articles[0].Id, cancellationToken),
        };
    }

    private async Task<IReadOnlyDictionary<long, DateTimeOffset>> CameAsync(DraftRequest request, StoryView? story, CancellationToken cancellationToken)
    {
        (long from, long to) = (ArticleId.First(request.Window.From), ArticleId.Last(request.Window.To));
        long[] inWindow = [.. (story?.Articles ?? []).Select(article => article.Id).Where(id => id >= from && id <= to)];
        return await articles.SeenAsync(request.Space, inWindow, cancellationToken);
    }

    private static StoryView? Newer(StoryView story, IReadOnlyDictionary<long, DateTimeOffset> came, DateTimeOffset since)
    {
        ArticleHead[] newer = [.. story.Articles.Where(article => StoryPast.CameAfter(since, article.Id, came))];
        return newer.Length > 0 ? story with { Articles = newer } : null;
    }

    private async Task<LastReport> LastAsync(Space space, long article, CancellationToken cancellationToken) => new(
        ArticleId.Effective(article), (await articles.TitlesAsync(space, [article], cancellationToken)).GetValueOrDefault(article));
}

using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Ingest;

/// <summary>Shows what a source would give and what would be decided about it, and stores nothing.</summary>
internal sealed class SourceTester(SourceReader reader, PollTiming timing, TimeProvider clock)
{
    public async Task<SourceTest> TestAsync(string location, CancellationToken cancellationToken) =>
        await reader.LookAsync(location, discover: true, cancellationToken) switch
        {
            SourceReading.Found found => Describe(found),
            SourceReading.Failed failed => SourceTest.Failed(location, failed.Why),
            _ => SourceTest.Failed(location, "The server said that nothing has changed, though nothing was known."),
        };

    private SourceTest Describe(SourceReading.Found found)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Source source = AsIfFollowed(found);
        FoundArticle[] articles = [.. Prepared(found, source, now)];
        int entries = found.Kind == SourceKind.Feed ? found.Sight?.Entries ?? found.Articles.Count : found.Articles.Count;
        return new SourceTest(
            FeedAddress.Shown(found.Location),
            found.Title is { } title ? FeedAddress.In(NewsText.Line(title)) : null,
            found.Kind,
            articles,
            [.. found.Problems.Select(FeedAddress.In)])
        {
            Sight = found.Sight,
            Redirects = [.. (found.Sight?.Redirects ?? []).Select(hop => FeedAddress.Shown(hop.Target.AbsoluteUri))],
            Validators = (found.ETag is not null, found.LastModified is not null),
            WithoutText = entries - articles.Length,
            WithoutDate = articles.Count(article => article.Article.Published is null),
            WithoutLink = found.Articles.Count(article => article.Url is null),
            RobotsAsked = found.Kind is SourceKind.Page or SourceKind.Sitemap || found.Sight?.By == FoundBy.UsualPath,
            Next = timing.AfterSuccess(now, found.AskedInterval, found.Hints),
            Others = [.. found.Others.Select(FeedAddress.Shown)],
        };
    }

    private static IEnumerable<FoundArticle> Prepared(SourceReading.Found found, Source source, DateTimeOffset now)
    {
        foreach (IncomingArticle article in found.Articles)
        {
            if (ArticleIntake.TryPrepare(source, article, now, out NewArticle? prepared))
            {
                yield return FoundArticle.Of(prepared, article);
            }
        }
    }

    private static Source AsIfFollowed(SourceReading.Found found) => new()
    {
        Id = 0,
        Key = SourceKeys.Location(found.Location),
        Kind = found.Kind,
        Name = found.Title ?? "",
        Location = found.Location,
        Shared = false,
        Paused = false,
        Failures = 0,
        Articles = 0,
    };
}

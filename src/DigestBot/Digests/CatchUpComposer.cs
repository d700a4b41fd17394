using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using Microsoft.Extensions.Options;

namespace DigestBot.Digests;

/// <summary>Composes what is new to one reader: stories by the articles that came in since they looked last, and only by these.</summary>
internal sealed class CatchUpComposer(
    CandidateStoryFinder candidates,
    StoryQuoter quoter,
    CoverageReader coverage,
    TasteReader tastes,
    ArticleStore articles,
    DigestArchive archive,
    IOptions<DigestOptions> options,
    TimeProvider clock)
{
    /// <summary>Whoever looks for the first time is told the news of so long.</summary>
    public static readonly TimeSpan First = TimeSpan.FromDays(1);

    /// <summary>Whoever was away for longer is told the news of so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    // An article may come in long after it was published, and be written down some time after it came in.
    private static readonly TimeSpan Late = TimeSpan.FromHours(12);
    private static readonly TimeSpan Writing = TimeSpan.FromMinutes(1);

    private const int MostArticles = 20_000;

    /// <param name="space">What may be seen.</param>
    /// <param name="person">When they looked last, and what they were shown.</param>
    /// <param name="stories">At most so many; null for the configured number.</param>
    /// <param name="cancellationToken">Stops composing.</param>
    /// <returns>Without stories, and then not kept, where nothing is new.</returns>
    public Task<Digest> ComposeAsync(Space space, Person person, int? stories, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset since = person.CaughtUpAt is { } last && last > now - Longest ? last : now - (person.CaughtUpAt is null ? First : Longest);
        bool isAgain = since == person.CaughtUpAt;
        return ComposeAsync(
            space,
            new(since, now),
            new(isAgain, isAgain ? person.CaughtUpDigest : null),
            stories ?? options.Value.MaxStories,
            cancellationToken);
    }

    /// <summary>The same once more with more stories.</summary>
    public Task<Digest> ComposeLongerAsync(Space space, Digest shown, CatchUp begin, int stories, CancellationToken cancellationToken) =>
        ComposeAsync(space, shown.Window, begin, stories, cancellationToken);

    private async Task<Digest> ComposeAsync(Space space, NewsWindow window, CatchUp begin, int max, CancellationToken cancellationToken)
    {
        (DateTimeOffset since, DateTimeOffset to) = window;
        NewsWindow looked = new(begin.IsAgain ? since - Late : since, to);
        HashSet<long> fresh = [.. await articles.SeenAfterAsync(space, looked, begin.IsAgain ? since - Writing : since, MostArticles, cancellationToken)];
        fresh.ExceptWith(await ShownAsync(space, begin.Before, cancellationToken));

        IReadOnlyList<StoryView> stories = await candidates.GroupAsync(space, looked, cancellationToken);
        SourceTaste taste = await tastes.ReadAsync(space, to, cancellationToken);
        TopicPattern everything = TopicPattern.Of(null, null);
        IReadOnlyList<RankedStory> ranked = await candidates.RankAsync(
            space, [.. stories.Select(story => Only(fresh, story)).OfType<StoryView>()], everything, looked, taste, cancellationToken);
        IReadOnlyList<DigestStory> told = await quoter.QuoteAsync(
            space, [.. ranked.Take(max).Select(story => story.Story)], everything.Query, options.Value.SentencesPerStory, cancellationToken);
        var digest = new Digest(
            "", null, window, Fallback: false, window, await coverage.ReadAsync(space, fresh.Count, cancellationToken), told)
        {
            Further = Math.Max(0, ranked.Count - max),
            CatchUp = begin,
        };
        return told.Count == 0 ? digest : await archive.KeepAsync(space, digest, cancellationToken);
    }

    private static StoryView? Only(HashSet<long> fresh, StoryView story)
    {
        ArticleHead[] left = [.. story.Articles.Where(article => fresh.Contains(article.Id))];
        return left.Length > 0 ? story with { Articles = left } : null;
    }

    private async Task<IEnumerable<long>> ShownAsync(Space space, string? digestId, CancellationToken cancellationToken) =>
        digestId is not null && await archive.FindAsync(space, digestId, cancellationToken) is { } shown
            ? shown.Stories.SelectMany(story => story.Quotes).Select(quote => ArticleId.TryParse(quote.Article.Id, out long id) ? id : 0)
            : [];
}

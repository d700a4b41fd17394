using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>Finds the articles of stories that are older than the window that is composed; reads no text.</summary>
internal sealed class StoryPastReader(ArticleStore articles, CandidateStoryFinder candidates)
{
    // The newest of all these stories together; a digest has some twenty, and few of a hundred articles.
    private const int MostArticles = 2_000;

    // What is in no stored story is grouped when somebody looks, so that costs more the further back one looks.
    private static readonly TimeSpan Loose = TimeSpan.FromDays(7);

    /// <summary>Ids of the articles of each story up to an instant, its own among them.</summary>
    public async Task<IReadOnlyList<IReadOnlySet<long>>> ReadAsync(
        Space space, TopicPattern topic, IReadOnlyList<StoryView> stories, DateTimeOffset to, CancellationToken cancellationToken)
    {
        ILookup<long, long> stored = (await articles.MembersAsync(
                space, [.. stories.Select(story => story.Id)], NewsWindow.Until(to), MostArticles, cancellationToken))
            .ToLookup(member => member.StoryId!.Value, member => member.Id);
        IReadOnlyList<StoryView> wider = stories.Any(IsLoose)
            ? (await candidates.FindAsync(space, topic, NewsWindow.Last(Loose, to), int.MaxValue, cancellationToken)).Stories
            : [];
        return [.. stories.Select(story => AllOf(story, stored[story.Id], wider))];
    }

    private static bool IsLoose(StoryView story) => story.Articles.Any(article => article.StoryId is null or 0);

    private static HashSet<long> AllOf(StoryView story, IEnumerable<long> stored, IReadOnlyList<StoryView> wider)
    {
        HashSet<long> own = [.. story.Articles.Select(article => article.Id), .. stored];
        StoryView[] same = IsLoose(story) ? [.. wider.Where(other => other.Articles.Any(article => own.Contains(article.Id)))] : [];
        own.UnionWith(same.SelectMany(other => other.Articles).Select(article => article.Id));
        return own;
    }
}

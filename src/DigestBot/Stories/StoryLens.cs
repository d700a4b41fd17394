using DigestBot.News;
using DigestBot.Store;

namespace DigestBot.Stories;

/// <summary>A story as one space sees it: those of its articles that the space may see, newest first.</summary>
/// <param name="Id">Of the stored story, or of the article that founds it in this view.</param>
/// <param name="Articles">Never empty.</param>
internal sealed record StoryView(long Id, IReadOnlyList<ArticleHead> Articles);

/// <summary>Groups the articles that a space may see into stories: stored stories first, then what no stored story holds.</summary>
internal static class StoryLens
{
    // Articles outside stored stories are those of a space's own sources, and what came in the last minutes. Comparing
    // them is done at each look, so only the newest are; the others stand for themselves.
    public const int MaxJoined = 1000;

    /// <summary>Stories in the order of their newest article.</summary>
    public static IReadOnlyList<StoryView> Group(IReadOnlyList<ArticleHead> newestFirst)
    {
        var members = new Dictionary<long, List<ArticleHead>>();
        ArticleHead[] loose = [.. newestFirst.Where(article => article.StoryId is null or 0)];
        foreach (ArticleHead article in newestFirst.Where(article => article.StoryId > 0))
        {
            Add(members, article.StoryId!.Value, article);
        }

        Join(members, [.. loose.Take(MaxJoined)], newestFirst);
        foreach (ArticleHead article in loose.Skip(MaxJoined))
        {
            Add(members, article.Id, article);
        }

        return [.. members
            .Select(story => new StoryView(story.Key, [.. story.Value.OrderByDescending(article => article.Id)]))
            .OrderByDescending(story => story.Articles[0].Id)];
    }

    private static void Join(
        Dictionary<long, List<ArticleHead>> members, ArticleHead[] loose, IReadOnlyList<ArticleHead> newestFirst)
    {
        if (loose.Length == 0)
        {
            return;
        }

        HashSet<long> toPlace = [.. loose.Select(article => article.Id)];
        DateTimeOffset oldest = ArticleId.Effective(loose[^1].Id) - StoryWindow.Span;
        var window = new StoryWindow();
        foreach (ArticleHead article in newestFirst.Reverse().Where(article => article.HasTerms && ArticleId.Effective(article.Id) >= oldest))
        {
            var seen = new StoryArticle(article.Id, ArticleId.Effective(article.Id), article.Publisher, article.Terms);
            if (toPlace.Contains(article.Id))
            {
                window.Place(seen);
            }
            else if (article.StoryId > 0)
            {
                window.Add(article.StoryId.Value, seen, settled: true);
            }
        }

        window.Review();
        Dictionary<long, ArticleHead> placed = loose.ToDictionary(article => article.Id);
        foreach (StoryMember member in window.TakeChanges())
        {
            Add(members, member.StoryId, placed[member.ArticleId]);
        }
    }

    private static void Add(Dictionary<long, List<ArticleHead>> members, long storyId, ArticleHead article)
    {
        if (!members.TryGetValue(storyId, out List<ArticleHead>? articles))
        {
            members.Add(storyId, articles = []);
        }

        articles.Add(article);
    }
}

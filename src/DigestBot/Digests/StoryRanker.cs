using DigestBot.News;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>Orders stories by independent sources, topic fit and recency, and leaves out what is only filler.</summary>
internal static class StoryRanker
{
    /// <summary>Part of every stored digest; grows whenever the same articles would be ranked otherwise.</summary>
    public const int Version = 1;

    private const double FitWeight = 1.2;
    private const double RecencyWeight = 0.5;

    // A story that scores below this share of the best is filler.
    private const double Floor = 0.3;

    public static IReadOnlyList<StoryView> Rank(IReadOnlyList<StoryView> stories, TopicPattern topic)
    {
        if (stories.Count == 0)
        {
            return [];
        }

        long newest = stories.Max(story => story.Articles[0].Id);
        Ranked[] ranked = [.. stories
            .Select(story => Score(story, topic, newest))
            .OrderByDescending(story => story.Score)
            .ThenBy(story => story.Story.Id)];

        // Where some stories are about the topic, those that only mention it are filler.
        bool someFit = ranked.Any(story => story.Fits);
        Ranked[] fitting = [.. ranked.Where(story => story.Fits || !someFit)];
        return [.. fitting.Where(story => story.Score >= Floor * fitting[0].Score).Select(story => story.Story)];
    }

    private static Ranked Score(StoryView story, TopicPattern topic, long newest)
    {
        double fit = topic.IsEverything ? 1 : story.Articles.Max(article => topic.Fit(article.Terms));
        int sources = story.Articles.Select(article => article.SourceId).Distinct().Count();
        double daysOld = (ArticleId.Effective(newest) - ArticleId.Effective(story.Articles[0].Id)).TotalDays;
        double score = Math.Log2(1 + sources) + (FitWeight * fit) + (RecencyWeight * Math.Pow(0.5, daysOld));
        return new Ranked(story, score, fit >= TopicFit.About);
    }

    private readonly record struct Ranked(StoryView Story, double Score, bool Fits);
}

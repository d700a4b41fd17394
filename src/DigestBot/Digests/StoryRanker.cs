using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>Orders stories by independent publishers, topic fit and recency, leaves out what is only filler, and lets no publisher crowd out others.</summary>
internal static class StoryRanker
{
    /// <summary>Part of every stored digest; grows whenever the same articles would be ranked otherwise.</summary>
    public const int Version = 3;

    /// <summary>A story with less than this share of the points of the best is filler.</summary>
    public const double Floor = 0.3;

    /// <summary>Of the stories that only one publisher tells, so many stand where their points put them; its further ones come behind all others.</summary>
    public const int MostAlone = 2;

    public static IReadOnlyList<RankedStory> Rank(IReadOnlyList<StoryView> stories, TopicPattern topic, SourceTaste taste)
    {
        if (stories.Count == 0)
        {
            return [];
        }

        long newest = stories.Max(story => story.Articles[0].Id);
        RankedStory[] ranked = [.. stories
            .Select(story => RankedStory.Of(story, topic, newest, taste))
            .OrderBy(story => story.IsWider)
            .ThenByDescending(story => story.Points)
            .ThenBy(story => story.Story.Id)];

        // Where some stories are about the topic, those that only mention it are filler.
        bool someFit = ranked.Any(story => story.IsAbout && !story.IsWider);
        RankedStory[] fitting = [.. ranked.Where(story => story.IsAbout || (!someFit && !story.IsWider))];
        return fitting.Length == 0 ? [] : Spread(fitting.Where(story => story.Points >= Floor * fitting[0].Points));
    }

    private static RankedStory[] Spread(IEnumerable<RankedStory> stories)
    {
        var alone = new Dictionary<long, int>();
        return [.. stories
            .Select(story => story.Alone is { } publisher && (alone[publisher] = alone.GetValueOrDefault(publisher) + 1) > MostAlone
                ? story with { IsCrowded = true }
                : story)
            .OrderBy(story => story.IsWider)
            .ThenBy(story => story.IsCrowded)];
    }
}

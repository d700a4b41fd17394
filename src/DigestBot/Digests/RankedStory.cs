using DigestBot.News;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>A story with what its place in a digest comes from.</summary>
/// <param name="Story">Which.</param>
/// <param name="Sources">Independent publishers that report it.</param>
/// <param name="Fit">How much it is about the topic, 0 to 1; 1 for everything.</param>
/// <param name="DaysOld">By how much its newest article is older than the newest of all stories.</param>
internal sealed record RankedStory(StoryView Story, int Sources, double Fit, double DaysOld)
{
    private const double FitWeight = 1.2;
    private const double RecencyWeight = 0.5;

    // By which a publisher of the first tier counts for more than a usual one, and a minor one for less.
    private const double TierWeight = 0.5;

    public double SourcePoints => Math.Log2(1 + Weight);

    public double FitPoints { get; } = FitWeight * Fit;

    public double RecencyPoints { get; } = RecencyWeight * Math.Pow(0.5, DaysOld);

    /// <summary>How many of the independent publishers are of the first tier here.</summary>
    public int FirstTier { get; init; }

    /// <summary>How many of them are minor here.</summary>
    public int MinorTier { get; init; }

    /// <summary>As how many usual publishers the independent ones count.</summary>
    public double Weight => Sources + (TierWeight * (FirstTier - MinorTier));

    /// <summary>Publishers that only print what one of these had before.</summary>
    public int Reprints { get; init; }

    /// <summary>The share of these that it gains, or loses, by what people of the space think of its sources.</summary>
    public double Opinion { get; init; }

    public double OpinionPoints => Opinion * (SourcePoints + FitPoints + RecencyPoints);

    public double Points => SourcePoints + FitPoints + RecencyPoints + OpinionPoints;

    /// <summary>True where none of its articles has the topic itself, but only a name that stands for it.</summary>
    public bool IsWider { get; private init; }

    /// <summary>The only publisher that tells it in words of its own; null where there are several.</summary>
    public long? Alone { get; private init; }

    /// <summary>True where it stands behind others, since its only publisher has several such stories above; see <see cref="StoryRanker.MostAlone"/>.</summary>
    public bool IsCrowded { get; init; }

    /// <summary>Whether it is about the topic rather than mentioning it.</summary>
    public bool IsAbout => Fit >= TopicFit.About;

    public static RankedStory Of(StoryView story, TopicPattern topic, long newest, SourceTaste taste)
    {
        double fit = topic.IsEverything ? 1 : story.Articles.Max(article => topic.Fit(article.Terms));
        StoryVoices voices = StoryVoices.Of(story);
        (int first, int minor) = taste.TiersOf(story, voices);
        bool isWider = fit == 0 && topic.Wider.Count > 0;
        return new(
            story,
            voices.Independent.Count,
            isWider && story.Articles.Any(article => topic.IsWider(article.Terms)) ? TopicFit.About : fit,
            (ArticleId.Effective(newest) - ArticleId.Effective(story.Articles[0].Id)).TotalDays)
        {
            IsWider = isWider,
            Alone = voices.Independent is [var only] ? only.Publisher : null,
            Reprints = voices.Reprints.Count,
            Opinion = taste.Of(story),
            FirstTier = first,
            MinorTier = minor,
        };
    }
}

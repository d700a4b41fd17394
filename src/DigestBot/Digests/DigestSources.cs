using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>The sources that a digest is to be from alone.</summary>
/// <param name="Ids">Which.</param>
/// <param name="Names">What they are called.</param>
internal sealed record DigestSources(IReadOnlyCollection<long> Ids, IReadOnlyList<string> Names)
{
    /// <summary>So many of the best stories are looked through for theirs.</summary>
    public const int MostLookedThrough = 500;

    /// <summary>The stories that they report, told by them alone.</summary>
    public CandidateStories Of(CandidateStories found, int max)
    {
        RankedStory[] theirs = [.. found.Ranked.Select(Of).Where(ranked => ranked.Story.Articles.Count > 0).Take(max)];
        return new CandidateStories(theirs.Sum(ranked => ranked.Story.Articles.Count), theirs) { Also = found.Also };
    }

    private RankedStory Of(RankedStory ranked) =>
        ranked with { Story = new StoryView(ranked.Story.Id, [.. ranked.Story.Articles.Where(article => Ids.Contains(article.SourceId))]) };
}

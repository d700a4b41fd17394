using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>The stories of a window that a space may see and a topic selects.</summary>
/// <param name="Articles">How many articles matched.</param>
/// <param name="Ranked">Best first, with the articles of each that did not match the topic themselves.</param>
internal sealed record CandidateStories(int Articles, IReadOnlyList<RankedStory> Ranked)
{
    /// <summary>Names by which some of them were found that have not the word itself.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public IReadOnlyList<StoryView> Stories { get; } = [.. Ranked.Select(ranked => ranked.Story)];
}

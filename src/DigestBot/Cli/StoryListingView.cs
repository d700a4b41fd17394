using DigestBot.Digests;

namespace DigestBot.Cli;

/// <summary>A story of a list in JSON.</summary>
internal sealed record StoryListingView(
    string Id,
    string Title,
    IReadOnlyList<string> Publishers,
    int Articles,
    DateTimeOffset First,
    DateTimeOffset Last)
{
    public static StoryListingView From(StoryListing story) =>
        new(story.Id, story.Title, story.Publishers, story.Articles, story.First, story.Last);
}

using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Schedules.Running;

namespace DigestBot.Tests.Schedules;

/// <summary>Editions of given stories, each on its second day and without articles but those that it quotes.</summary>
internal static class Editions
{
    public static readonly ChannelPast NoPast = new([], []);

    public static Edition Of(Digest digest, int stories, params Citation[] spare) => new(
        new Draft(digest, [.. digest.Stories.Select(story => new StoryPast(2, ArticlesOf(story), spare))]), stories);

    /// <summary>The past of a channel that was shown this.</summary>
    public static ChannelPast After(EditionCopy copy)
    {
        var past = new ChannelPast([], []);
        past.Add(copy);
        return past;
    }

    private static HashSet<long> ArticlesOf(DigestStory story) => [.. story.Quotes.Select(ToldStory.ArticleOf)];
}

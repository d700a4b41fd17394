using DigestBot.Digests;
using DigestBot.News;
using DigestBot.Schedules.Running;
using DigestBot.Tests.Adapters;

namespace DigestBot.Tests.Schedules;

/// <summary>Editions of given stories, each on its second day, with article 1 and those that it quotes, which came in an hour after noon.</summary>
internal static class Editions
{
    public static readonly ChannelPast NoPast = new([], []);

    public static Edition Of(Digest digest, int stories, params Citation[] spare) => new(
        new Draft(digest, [.. digest.Stories.Select(story => new StoryPast(2, ArticlesOf(story), spare, Came([.. story.Quotes, .. spare])))]), stories);

    /// <summary>The past of a channel that was shown this.</summary>
    public static ChannelPast After(EditionCopy copy)
    {
        var past = new ChannelPast([], []);
        past.Add(copy);
        return past;
    }

    private static Dictionary<long, DateTimeOffset> Came(IReadOnlyList<Citation> quotes) =>
        quotes.Select(ToldStory.ArticleOf).Distinct().ToDictionary(article => article, _ => SampleReplies.Noon.AddHours(1));

    private static HashSet<long> ArticlesOf(DigestStory story) => [1, .. story.Quotes.Select(ToldStory.ArticleOf)];
}

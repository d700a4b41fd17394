using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Schedules.Running;

/// <summary>What a digest told of a story.</summary>
/// <param name="At">The end of what that digest looked at.</param>
/// <param name="Topic">What that was about; null where it was about everything.</param>
/// <param name="Articles">Those that it quoted.</param>
/// <param name="Sentences">What they said there.</param>
internal sealed record ToldStory(DateTimeOffset At, string? Topic, IReadOnlyList<long> Articles, IReadOnlyList<SentenceContent> Sentences)
{
    public static IEnumerable<ToldStory> Of(Digest digest) => digest.Stories.Select(story => new ToldStory(
        digest.Asked.To,
        digest.Topic,
        [.. story.Quotes.Select(ArticleOf).Distinct()], [.. story.Quotes.Select(quote => new SentenceContent(quote.Text))]));

    public static long ArticleOf(Citation quote) => ArticleId.TryParse(quote.Article.Id, out long id) ? id : 0;
}

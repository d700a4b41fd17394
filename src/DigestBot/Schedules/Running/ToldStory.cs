using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Schedules.Running;

/// <summary>What a digest told of a story.</summary>
/// <param name="Articles">Those that it quoted.</param>
/// <param name="Sentences">What they said there.</param>
internal sealed record ToldStory(IReadOnlyList<long> Articles, IReadOnlyList<SentenceContent> Sentences)
{
    public static ToldStory Of(DigestStory story) => new(
        [.. story.Quotes.Select(ArticleOf).Distinct()], [.. story.Quotes.Select(quote => new SentenceContent(quote.Text))]);

    public static long ArticleOf(Citation quote) => ArticleId.TryParse(quote.Article.Id, out long id) ? id : 0;
}

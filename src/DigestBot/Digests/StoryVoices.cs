using DigestBot.Store;
using DigestBot.Stories;

namespace DigestBot.Digests;

/// <summary>Who reports a story: publishers with words of their own, and those that only print what another had before.</summary>
/// <param name="Independent">The first article of each, oldest first; never empty.</param>
/// <param name="Reprints">The first article of each of the others, oldest first.</param>
internal sealed record StoryVoices(IReadOnlyList<ArticleHead> Independent, IReadOnlyList<ArticleHead> Reprints)
{
    /// <summary>Articles whose terms are as like as this share their text: a wire report, perhaps cut or lightly edited.</summary>
    /// <remarks>
    /// Tells nearly the same pairs as the exact Jaccard coefficient of the texts from <see cref="Summaries.ReprintFinder.LeastShared"/> on
    /// (bench/results/2026-11-27-reprints.md), and needs no text.
    /// </remarks>
    public const double SameText = 0.9;

    // A story with more voices is as widely reported as can be.
    private const int MostCompared = 50;

    /// <summary>As far as the terms of its articles were read; a publisher of which they were not is independent.</summary>
    public static StoryVoices Of(StoryView story)
    {
        if (story.Articles.Count == 1)
        {
            return new([story.Articles[0]], []);
        }

        List<ArticleHead> independent = [], reprints = [], texts = [];
        foreach ((ArticleHead first, ArticleHead last) in Publishers(story))
        {
            bool isReprint = IsAmong(texts, first) && IsAmong(texts, last);
            (isReprint ? reprints : independent).Add(first);
            if (!isReprint && texts.Count < MostCompared)
            {
                texts.AddRange(first == last ? [first] : [first, last]);
            }
        }

        return new(independent, reprints);
    }

    /// <summary>What is to be read of a story, to tell its voices apart: the first and the last article of each publisher.</summary>
    public static IEnumerable<(ArticleHead First, ArticleHead Last)> Publishers(StoryView story) => story.Articles
        .GroupBy(article => article.Publisher)
        .Select(articles => (First: articles.Last(), Last: articles.First()))
        .OrderBy(publisher => publisher.First.Id);

    private static bool IsAmong(List<ArticleHead> texts, ArticleHead article) =>
        article.HasTerms && texts.Exists(text => text.HasTerms && text.Terms.Similarity(article.Terms) >= SameText);
}

using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>Lets a story be told by its own articles: headline, publishers and verbatim sentences.</summary>
internal sealed class StoryQuoter(ArticleStore articles)
{
    // Enough voices to choose from; reading more would cost every reader and change little.
    private const int MaxRead = 6;

    /// <summary>The stories in the given order; one whose texts have nothing to quote is left out.</summary>
    public async Task<IReadOnlyList<DigestStory>> QuoteAsync(
        Space space, IReadOnlyList<StoryView> stories, string? query, int sentences, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyList<ArticleHead>> chosen = [.. stories.Select(Choose)];
        long[] ids = [.. chosen.SelectMany(story => story.Select(article => article.Id)).Distinct()];
        Dictionary<long, Article> byId = (await articles.ReadAsync(space, ids, cancellationToken)).ToDictionary(article => article.Id);
        IReadOnlyList<ArticleHead> heads = await articles.HeadsAsync(space, ids, NewsWindow.Until(DateTimeOffset.MaxValue), cancellationToken);
        Dictionary<long, TermVector> terms = heads.ToDictionary(head => head.Id, head => head.Terms);

        var quoted = new HashSet<string>(StringComparer.Ordinal);
        var told = new List<DigestStory>();
        for (int i = 0; i < stories.Count; i++)
        {
            Voice[] voices = [.. chosen[i]
                .Where(head => byId.ContainsKey(head.Id) && terms.ContainsKey(head.Id))
                .Select(head => new Voice(byId[head.Id], terms[head.Id]))];
            if (voices.Length > 0 && Tell(stories[i], voices, query, sentences, quoted) is { } story)
            {
                told.Add(story);
            }
        }

        return told;
    }

    // Each source's first report, oldest first, before any source's second.
    private static IReadOnlyList<ArticleHead> Choose(StoryView story)
    {
        IEnumerable<ArticleHead> oldestFirst = story.Articles.OrderBy(article => article.Id);
        return [.. oldestFirst
            .GroupBy(article => article.SourceId)
            .SelectMany(source => source.Select((article, turn) => (article, turn)))
            .OrderBy(entry => entry.turn)
            .ThenBy(entry => entry.article.Id)
            .Take(MaxRead)
            .Select(entry => entry.article)
            .OrderBy(article => article.Id)];
    }

    private static DigestStory? Tell(
        StoryView story, IReadOnlyList<Voice> voices, string? query, int sentences, HashSet<string> quoted)
    {
        var options = new SummaryOptions { MaxSentences = sentences, Query = query };
        Dictionary<string, Article> byId = voices.ToDictionary(
            voice => ArticleId.Format(voice.Article.Id), voice => voice.Article, StringComparer.Ordinal);
        Citation[] quotes = [.. ExtractiveSummarizer
            .Summarize([.. voices.Select(ToSource)], options)
            .Where(quote => quoted.Add(quote.Text)) // background that two stories share is quoted once
            .Select(quote => new Citation(quote.Text, byId[quote.SourceId].ToRef(), quote.Start, quote.Length))];
        return quotes.Length == 0
            ? null
            : new DigestStory(
                ArticleId.Format(story.Id), MostCentral(voices).Title, Publishers(voices), story.Articles.Count, quotes);
    }

    private static string[] Publishers(IReadOnlyList<Voice> oldestFirst) =>
        [.. oldestFirst.Select(voice => voice.Article).DistinctBy(Family).Select(article => article.Source)];

    private static Article MostCentral(IReadOnlyList<Voice> voices) =>
        voices.MaxBy(voice => voices.Sum(other => voice.Terms.Similarity(other.Terms)))!.Article;

    private static SourceText ToSource(Voice voice) => new(ArticleId.Format(voice.Article.Id), voice.Article.Text)
    {
        Title = voice.Article.Title,
        Published = voice.Article.Effective,
        Publisher = Family(voice.Article),
    };

    private static string Family(Article article) => PublisherFamily.Of(article.Url, article.Source);

    /// <summary>An article that speaks for a story.</summary>
    private sealed record Voice(Article Article, TermVector Terms);
}

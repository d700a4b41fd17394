using DigestBot.News;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Summaries;

namespace DigestBot.Digests;

/// <summary>A story with its quotes, and further ones that it has room for where some of those are known; the best first.</summary>
internal sealed record QuotedStory(DigestStory Story, IReadOnlyList<Citation> Spare)
{
    /// <summary>By article, how many words of it may be quoted, where that is limited.</summary>
    public required IReadOnlyDictionary<string, int> Limits { get; init; }
}

/// <summary>Lets a story be told by its own articles: headline, publishers and verbatim sentences.</summary>
internal sealed class StoryQuoter(VoiceReader reader, SourceStore sources)
{
    // More are weighed by position and centrality alone.
    private const int MostSpare = 5;

    // Where not everything may be quoted of a story, the pair that differs most may not fit.
    private const int MostPairs = 5;

    private static readonly HashSet<long> None = [];

    /// <summary>The stories in the given order; one whose texts have nothing to quote is left out.</summary>
    public async Task<IReadOnlyList<DigestStory>> QuoteAsync(
        Space space, IReadOnlyList<StoryView> stories, string? query, int sentences, CancellationToken cancellationToken) =>
        [.. (await QuoteAsync(space, stories, query, sentences, None, cancellationToken)).Select(quoted => quoted.Story)];

    /// <summary>The same, with spare sentences for stories that run.</summary>
    /// <param name="space">Who asks.</param>
    /// <param name="stories">In the order of the digest.</param>
    /// <param name="query">What they should be about.</param>
    /// <param name="sentences">How many of each.</param>
    /// <param name="running">Ids of those that run.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<QuotedStory>> QuoteAsync(
        Space space, IReadOnlyList<StoryView> stories, string? query, int sentences, IReadOnlySet<long> running, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyList<Voice>> voices = await reader.ReadAsync(space, stories, cancellationToken);
        StoryVoices[] heard = [.. stories.Select(StoryVoices.Of)];
        IReadOnlyDictionary<long, string> names = await sources.NamesAsync(
            space, [.. heard.SelectMany(story => story.Independent.Concat(story.Reprints)).Select(article => article.SourceId).Distinct()], cancellationToken);
        var quoted = new HashSet<string>(StringComparer.Ordinal);
        var allowance = new QuoteAllowance();
        var told = new List<QuotedStory>();
        for (int i = 0; i < stories.Count; i++)
        {
            if (voices[i].Count > 0 && Tell(stories[i], voices[i], query, sentences, quoted, allowance) is { } story)
            {
                DigestStory named = story with
                {
                    Publishers = Names(heard[i].Independent, names),
                    Reprints = heard[i].Reprints.Count == 0 ? null : Names(heard[i].Reprints, names),
                };
                told.Add(new(named, running.Contains(stories[i].Id) ? Spare(voices[i], query, named, quoted) : []) { Limits = Limits(voices[i]) });
            }
        }

        return told;
    }

    private static DigestStory? Tell(
        StoryView story, IReadOnlyList<Voice> voices, string? query, int sentences, HashSet<string> quoted, QuoteAllowance allowance)
    {
        var options = new SummaryOptions { MaxSentences = sentences, Query = query };
        Dictionary<string, Article> byId = voices.ToDictionary(
            voice => ArticleId.Format(voice.Article.Id), voice => voice.Article, StringComparer.Ordinal);
        Citation[] quotes = [.. ExtractiveSummarizer
            .Summarize([.. voices.Select(voice => voice.ToSource(allowance))], options)
            .Where(quote => quoted.Add(quote.Text)) // background that two stories share is quoted once
            .Select(quote => new Citation(quote.Text, byId[quote.SourceId].ToRef(), quote.Start, quote.Length))];
        if (quotes.Length == 0)
        {
            return null;
        }

        allowance.Add(quotes);
        Citation[] differing = Differing(voices, byId, quotes, quoted, allowance);
        return new DigestStory(
            ArticleId.Format(story.Id),
            MostCentral(voices).Title,
            [],
            story.Articles.Count,
            [.. quotes.ExceptBy(differing.Select(quote => quote.Text), quote => quote.Text), .. differing])
        {
            Differing = differing.Length,
        };
    }

    private static Citation[] Spare(IReadOnlyList<Voice> voices, string? query, DigestStory story, HashSet<string> quoted)
    {
        Dictionary<string, Article> byId = voices.ToDictionary(
            voice => ArticleId.Format(voice.Article.Id), voice => voice.Article, StringComparer.Ordinal);
        var options = new SummaryOptions
        {
            MaxSentences = MostSpare,
            Query = query,
            AlreadyTold = [.. story.Quotes.Select(quote => quote.Text)],
        };

        // Whoever shows them counts anew: a channel is shown them in place of the others.
        return [.. ExtractiveSummarizer
            .Summarize([.. voices.Select(voice => voice.ToSource(new()))], options)
            .Where(quote => !quoted.Contains(quote.Text))
            .OrderByDescending(quote => quote.Score)
            .Select(quote => new Citation(quote.Text, byId[quote.SourceId].ToRef(), quote.Start, quote.Length))];
    }

    // One pair, so that no story is more of a dispute than news; none that would repeat what another story quotes.
    private static Citation[] Differing(
        IReadOnlyList<Voice> voices, Dictionary<string, Article> byId, Citation[] quotes, HashSet<string> quoted, QuoteAllowance allowance)
    {
        int most = voices.Any(voice => voice.Article.MostQuoted is not null) ? MostPairs : 1;
        foreach (Disagreement found in DisagreementFinder.Find([.. voices.Select(voice => voice.ToSource(allowance))], most))
        {
            Citation[] pair = [.. ((FigureQuote[])[found.First, found.Second])
                .Select(quote => new Citation(quote.Text, byId[quote.SourceId].ToRef(), quote.Start, quote.Length))];
            Citation[] further = [.. pair.Except(quotes)];
            if (pair[0].Text != pair[1].Text && pair.All(quote => quotes.Any(own => own.Text == quote.Text) || !quoted.Contains(quote.Text))
                && further.All(quote => WordCount.Of(quote.Text) <= (allowance.Left(byId[quote.Article.Id]) ?? int.MaxValue)))
            {
                allowance.Add(further);
                quoted.UnionWith(pair.Select(quote => quote.Text));
                return pair;
            }
        }

        return [];
    }

    private static Dictionary<string, int> Limits(IReadOnlyList<Voice> voices) => voices
        .Where(voice => voice.Article.MostQuoted is not null)
        .ToDictionary(voice => ArticleId.Format(voice.Article.Id), voice => voice.Article.MostQuoted!.Value, StringComparer.Ordinal);

    private static string[] Names(IReadOnlyList<ArticleHead> articles, IReadOnlyDictionary<long, string> names) =>
        [.. articles.Where(article => names.ContainsKey(article.SourceId)).Select(article => names[article.SourceId])];

    private static Article MostCentral(IReadOnlyList<Voice> voices) =>
        voices.MaxBy(voice => voices.Sum(other => voice.Terms.Similarity(other.Terms)))!.Article;
}

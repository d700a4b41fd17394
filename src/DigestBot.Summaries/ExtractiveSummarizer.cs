namespace DigestBot.Summaries;

/// <summary>Picks the sentences that say most about a story; never writes one.</summary>
/// <remarks>Deterministic, free of culture, safe to call from any thread.</remarks>
public static class ExtractiveSummarizer
{
    /// <summary>Summarizes one article.</summary>
    /// <param name="source">The article; its text may be empty or malformed.</param>
    /// <param name="options">How long, and about what.</param>
    /// <returns>Whole sentences in reading order, none repeating another; empty if the text has none worth quoting.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Not exactly one budget is set, or it is below 1.</exception>
    public static IReadOnlyList<Quote> Summarize(SourceText source, SummaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Summarize([source], options);
    }

    /// <summary>Summarizes what several articles report about one story.</summary>
    /// <param name="sources">The articles, their ids distinct.</param>
    /// <param name="options">How long, and about what.</param>
    /// <returns>
    /// Whole sentences, none repeating another, ordered by publication of their source, then order of the sources, then
    /// position; empty if no text has any worth quoting.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Not exactly one budget is set, or it is below 1.</exception>
    public static IReadOnlyList<Quote> Summarize(IReadOnlyList<SourceText> sources, SummaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return Summarize(sources, options, model: null);
    }

    /// <summary>The same with a model of the caller's, which training compares; null for the one that comes with this library.</summary>
    internal static IReadOnlyList<Quote> Summarize(IReadOnlyList<SourceText> sources, SummaryOptions options, SentenceModel? model)
    {
        SourceText[] ordered = [.. sources.OrderBy(source => source.Published ?? DateTimeOffset.MaxValue)];
        var reader = new CandidateReader();
        for (int i = 0; i < ordered.Length; i++)
        {
            reader.Read(ordered[i], i);
        }

        if (reader.Candidates.Count == 0)
        {
            return [];
        }

        return [.. Select(reader, ordered, options, model).Select(candidate => ToQuote(candidate, ordered))];
    }

    private static List<Candidate> Select(CandidateReader reader, SourceText[] sources, SummaryOptions options, SentenceModel? model)
    {
        List<Candidate> candidates = reader.Candidates;
        int[] query = reader.Known(options.Query);
        int[][] titles = [.. sources.Select(source => reader.Known(source.Title))];
        var vectors = new SentenceVectors(candidates, reader.Vocabulary.Count);
        if (!options.UseTrainedModel || !reader.IsEnglish)
        {
            new SentenceScorer(candidates, vectors).Score(query, titles);
            return new QuoteSelector(options).Select(candidates);
        }

        model ??= sources.Length > 1 ? SentenceModel.Story : SentenceModel.Article;
        model.Score(candidates, vectors, FeatureReader.Read(candidates, vectors, titles), query);
        return new GainSelector(options, model.Settings).Select(candidates);
    }

    private static Quote ToQuote(Candidate candidate, SourceText[] sources)
    {
        SourceText source = sources[candidate.Source];
        TextSpan span = candidate.Span;
        return new Quote(source.Id, span.Start, span.Length, span.Of(source.Text), candidate.Score);
    }
}

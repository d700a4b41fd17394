namespace DigestBot.Summaries;

/// <summary>Picks the sentences that say most about a story; never writes one.</summary>
/// <remarks>Deterministic, free of culture, safe to call from any thread.</remarks>
public static class ExtractiveSummarizer
{
    // A sentence with all the words of the question outweighs any without: the best reach about 2 and 1.
    private const double PlainQueryFactor = 2;
    private const double WorthQueryFactor = 0.8;

    // Longer summaries than the model was trained on are better without it, see bench/results.
    private const int MostTrainedWords = 120;
    private const int MostTrainedSentences = 5;

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
        if (!reader.IsEnglish || !IsForModel(options))
        {
            Score(candidates, new SentenceScorer(candidates, vectors).Scores(titles), vectors, query, PlainQueryFactor);
            Demote(candidates, reader, options.AlreadyTold);
            return new QuoteSelector(options, reader.Vocabulary.Count).Select(candidates);
        }

        model ??= sources.Length > 1 ? SentenceModel.Story : SentenceModel.Article;
        double[] worth = model.Trees.Predict(FeatureReader.Read(candidates, vectors, titles));
        Score(candidates, worth, vectors, query, WorthQueryFactor);
        Demote(candidates, reader, options.AlreadyTold);
        return new GainSelector(options, model.Settings, reader.Vocabulary.Count).Select(candidates);
    }

    private static bool IsForModel(SummaryOptions options) =>
        options.UseTrainedModel && !(options.MaxWords > MostTrainedWords) && !(options.MaxSentences > MostTrainedSentences);

    private static void Score(List<Candidate> candidates, double[] scores, SentenceVectors vectors, int[] query, double queryFactor)
    {
        for (int i = 0; i < scores.Length; i++)
        {
            candidates[i].Score = scores[i] + (queryFactor * vectors.Share(query, i));
        }
    }

    // A sentence that was told wholly is worth nothing, and is quoted again only where nothing is new.
    private static void Demote(List<Candidate> candidates, CandidateReader reader, IReadOnlyList<string>? alreadyTold)
    {
        if (alreadyTold is not { Count: > 0 })
        {
            return;
        }

        var told = new ToldBefore(alreadyTold.Select(reader.InOrder));
        foreach (Candidate candidate in candidates)
        {
            candidate.Score -= Math.Max(0, candidate.Score) * told.Share(candidate.Terms);
        }
    }

    private static Quote ToQuote(Candidate candidate, SourceText[] sources)
    {
        SourceText source = sources[candidate.Source];
        TextSpan span = candidate.Span;
        return new Quote(source.Id, span.Start, span.Length, span.Of(source.Text), candidate.Score);
    }
}

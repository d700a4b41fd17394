namespace DigestBot.Summaries;

/// <summary>Picks the sentences that say most about a story; never writes one.</summary>
/// <remarks>Deterministic, free of culture, safe to call from any thread.</remarks>
public static class ExtractiveSummarizer
{
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

    /// <summary>Says of every sentence what its score is made of, and whether <see cref="Summarize(IReadOnlyList{SourceText}, SummaryOptions)"/> quotes it.</summary>
    /// <remarks>For whoever asks why: it costs more than the summary, which itself does not pay for it.</remarks>
    /// <param name="sources">The articles, their ids distinct.</param>
    /// <param name="options">Those of the summary.</param>
    /// <returns>Every sentence that could be quoted, by reading order of its source and position.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">Not exactly one budget is set, or it is below 1.</exception>
    public static IReadOnlyList<SentenceExplanation> Explain(IReadOnlyList<SourceText> sources, SummaryOptions options)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        SourceText[] ordered = InReadingOrder(sources);
        CandidateReader reader = Read(ordered);
        if (reader.Candidates.Count == 0)
        {
            return [];
        }

        SentenceWeigher weigher = Weigher(reader, ordered, options, model: null);
        Select(reader, weigher, ordered, options);
        return new ScoreExplainer(weigher, ordered).Explain();
    }

    /// <summary>The same with a model of the caller's, which training compares; null for the one that comes with this library.</summary>
    internal static IReadOnlyList<Quote> Summarize(IReadOnlyList<SourceText> sources, SummaryOptions options, SentenceModel? model)
    {
        SourceText[] ordered = InReadingOrder(sources);
        CandidateReader reader = Read(ordered);
        return reader.Candidates.Count == 0
            ? []
            : [.. Select(reader, Weigher(reader, ordered, options, model), ordered, options).Select(candidate => ToQuote(candidate, ordered))];
    }

    private static SourceText[] InReadingOrder(IReadOnlyList<SourceText> sources) =>
        [.. sources.OrderBy(source => source.Published ?? DateTimeOffset.MaxValue)];

    private static CandidateReader Read(SourceText[] ordered)
    {
        var reader = new CandidateReader();
        for (int i = 0; i < ordered.Length; i++)
        {
            reader.Read(ordered[i], i);
        }

        return reader;
    }

    private static SentenceWeigher Weigher(CandidateReader reader, SourceText[] sources, SummaryOptions options, SentenceModel? model) => new(
        reader,
        sources,
        options,
        !reader.IsEnglish || !IsForModel(options) ? null : model ?? (sources.Length > 1 ? SentenceModel.Story : SentenceModel.Article));

    private static List<Candidate> Select(CandidateReader reader, SentenceWeigher weigher, SourceText[] sources, SummaryOptions options)
    {
        weigher.Weigh();
        var room = new SourceRoom(sources);
        List<Candidate> candidates = room.Fitting(weigher.Candidates);
        return weigher.Model is { } model
            ? new GainSelector(options, model.Settings, room, reader.Vocabulary.Count).Select(candidates)
            : new QuoteSelector(options, room, reader.Vocabulary.Count).Select(candidates);
    }

    private static bool IsForModel(SummaryOptions options) =>
        options.UseTrainedModel && !(options.MaxWords > MostTrainedWords) && !(options.MaxSentences > MostTrainedSentences);

    private static Quote ToQuote(Candidate candidate, SourceText[] sources)
    {
        SourceText source = sources[candidate.Source];
        TextSpan span = candidate.Span;
        return new Quote(source.Id, span.Start, span.Length, span.Of(source.Text), candidate.Score);
    }
}

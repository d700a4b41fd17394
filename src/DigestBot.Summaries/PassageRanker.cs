namespace DigestBot.Summaries;

/// <summary>Ranks passages by how well they answer a question.</summary>
/// <remarks>
/// Without training, the share of the question, its terms weighted by rarity (the idf of Robertson and Zaragoza, "The
/// Probabilistic Relevance Framework", 2009), that a passage and at a discount its neighbours have; words of the question found
/// close together and the kind of answer asked for add to it. Small boosted trees weigh these and others of the same kind.
/// Deterministic, free of culture, safe to call from any thread.
/// </remarks>
public static class PassageRanker
{
    /// <summary>From here on <see cref="Answerable"/> means "answer" (bench/results).</summary>
    public const double AnswerThreshold = 0.42;

    private static readonly RankOptions Usual = new();

    /// <summary>Orders passages by how well they answer a question.</summary>
    /// <param name="question">The question, self-contained, in plain words.</param>
    /// <param name="passages">The candidates, sentences as a rule; neighbours in the list lend each other context.</param>
    /// <param name="idf">
    /// Weight of a stem (<see cref="QueryTerm.Stem"/>) in a larger collection, as ln(1 + (N - n + 0.5) / (n + 0.5)); computed over the passages if null.
    /// </param>
    /// <param name="options">How; null for the usual.</param>
    /// <returns>All passages, best first; equal scores keep the order of the list.</returns>
    /// <exception cref="ArgumentNullException">The question or the passages are null.</exception>
    /// <exception cref="ArgumentException">There are languages, and not as many as passages.</exception>
    public static IReadOnlyList<RankedPassage> Rank(
        string question, IReadOnlyList<string> passages, Func<string, double>? idf = null, RankOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(passages);

        return RankWith(
            new PassageScorer(new Question(question), passages, idf, options?.Languages),
            options ?? Usual,
            (options ?? Usual).UseTrainedModel ? AnswerModel.Embedded : null);
    }

    /// <summary>How likely the best of the passages answers the question: a value to hold against a threshold.</summary>
    /// <param name="question">The question, self-contained, in plain words.</param>
    /// <param name="passages">The candidates.</param>
    /// <param name="idf">As in <see cref="Rank"/>; a question about something else shows best with a large collection's.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <returns>0 (nothing of the question occurs) to 1 (as sure as it gets).</returns>
    /// <exception cref="ArgumentNullException">The question or the passages are null.</exception>
    /// <exception cref="ArgumentException">There are languages, and not as many as passages.</exception>
    public static double Answerable(
        string question, IReadOnlyList<string> passages, Func<string, double>? idf = null, RankOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(passages);

        var scorer = new PassageScorer(new Question(question), passages, idf, options?.Languages);
        double untrained = scorer.Answerable();
        return untrained > 0 && (options ?? Usual).UseTrainedModel ? AnswerModel.Embedded.AnswerableFrom(scorer) : untrained;
    }

    internal static IReadOnlyList<RankedPassage> RankWith(PassageScorer scorer, RankOptions options, AnswerModel? model)
    {
        RankedPassage[] passages = scorer.Score();
        if (model is not null && passages.Length > 0)
        {
            double[] scores = model.Score(scorer, options.UsePlace);
            passages = [.. passages.Select(passage => passage with { Score = scores[passage.Index] })];
        }

        return [.. passages.OrderByDescending(passage => passage.Score)];
    }
}

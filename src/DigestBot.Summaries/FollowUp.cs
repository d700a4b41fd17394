namespace DigestBot.Summaries;

/// <summary>Makes a question of a conversation stand by itself.</summary>
/// <remarks>
/// Nothing is rewritten: words that were said before and that the question means are added behind it, in brackets, as they were
/// written (historical query expansion: Yang et al., TREC CAsT 2019). The first words of a title and of a section count as
/// said. Deterministic, free of culture, safe to call from any thread.
/// </remarks>
public static class FollowUp
{
    /// <summary>The question with what it means of the conversation.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="context">What it is asked about.</param>
    /// <param name="useTrainedModel">
    /// Whether the model that was trained on English conversations chooses the words. With false, a question that points back or
    /// hardly says anything gets the words of the title and of the last question; so does, in any case, one that says nothing.
    /// </param>
    /// <returns>The question as it was given if it stands by itself.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string SelfContained(string question, QuestionContext context, bool useTrainedModel = true)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(context);

        return SelfContained(question, context, useTrainedModel ? FollowUpModel.Embedded : null);
    }

    /// <summary>The words that say what a question is about, for <see cref="QuestionContext.Title"/> of those that follow it.</summary>
    /// <param name="question">As it was asked, or as it was made to stand by itself.</param>
    /// <returns>Its names and its words that are seldom in news, in order; empty if it has none.</returns>
    /// <exception cref="ArgumentNullException">The question is null.</exception>
    public static string SubjectOf(string question)
    {
        ArgumentNullException.ThrowIfNull(question);

        return string.Join(' ', FollowUpRules.SubjectOf(question));
    }

    /// <summary>Whether a question may be about something else than the conversation is.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="isKnown">Whether the articles that the conversation is about have a stem; see <see cref="TextAnalyzer"/>.</param>
    /// <returns>
    /// True if it does not point back (he, that) and has a name, or another word that is seldom in news, which those articles lack.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static bool NamesAnother(string question, Predicate<string> isKnown)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(isKnown);

        return FollowUpRules.NamesAnother(question, isKnown);
    }

    internal static string SelfContained(string question, QuestionContext context, FollowUpModel? model)
    {
        var shape = new FollowUpShape(question);
        var history = new History(context);
        IReadOnlyList<HistoryTerm> added = FollowUpRules.IsOtherSubject(shape, history) ? []
            : model is null || shape.Terms.Count == 0 ? FollowUpRules.Choose(shape, history)
            : model.Choose(shape, history);
        return added.Count == 0 ? question : $"{question} ({string.Join(' ', added.Select(term => term.Word))})";
    }
}

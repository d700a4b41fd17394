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

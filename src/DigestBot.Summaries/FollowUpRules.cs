namespace DigestBot.Summaries;

/// <summary>The way without training: a question that leans on the conversation gets the title and the words of the last question.</summary>
internal static class FollowUpRules
{
    // With fewer words of its own a question seldom says what it is about.
    private const int WholeQuestion = 3;
    private const int And = 10;

    /// <summary>Whether a question names something and nothing of it was said before: the subject is another.</summary>
    public static bool IsOtherSubject(FollowUpShape shape, History history) =>
        shape is { Pronoun: 0, Pointer: 0, Names: > 0 } && shape.Terms.Count >= WholeQuestion
        && history.Terms.TrueForAll(term => !shape.Has(term.Term.Hash));

    public static IReadOnlyList<HistoryTerm> Choose(FollowUpShape shape, History history)
    {
        bool leans = shape.Pronoun > 0 || shape.Pointer > 0 || shape.Word == And || shape.Terms.Count < WholeQuestion;
        if (!leans)
        {
            return [];
        }

        Speaker second = history.Turns > 0 ? Speaker.Question : Speaker.Section;
        return [.. history.Terms.Where(term => !shape.Has(term.Term.Hash) && !AnswerCues.IsMeasure(term.Term.Token) && term.Mentions.Exists(mention => Is(history, mention, second)))];
    }

    private static bool Is(History history, HistoryTerm.Mention mention, Speaker second) =>
        history.Utterances[mention.Utterance] is { } said
        && (said.Speaker == Speaker.Title || (said.Speaker == second && said.Since == 0));
}

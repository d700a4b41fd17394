using DigestBot.Answers;
using DigestBot.News;

namespace DigestBot.Evaluation.Refusing;

/// <summary>A question that is asked of a whole collection.</summary>
/// <param name="Set">Where it comes from.</param>
/// <param name="Text">As it is asked.</param>
/// <param name="Group">What stays together, in the collection or outside it, and in validation.</param>
/// <param name="IsElsewhere">Whether what it is about was left out of the collection, so that nothing can answer it.</param>
/// <param name="IsRight">Whether a sentence, at its place in an article of the collection, answers it; null where none does.</param>
internal sealed record OpenQuestion(string Set, string Text, string Group, bool IsElsewhere, Func<ScoredSentence, bool>? IsRight)
{
    public bool CanBeAnswered => !IsElsewhere && IsRight is not null;

    public bool Answers(ScoredSentence sentence) => CanBeAnswered && IsRight!(sentence);
}

/// <summary>A collection and what is asked of it.</summary>
internal sealed record OpenSet(IReadOnlyList<Article> Articles, IReadOnlyList<OpenQuestion> Questions);

using DigestBot.Answers;

namespace DigestBot.Evaluation.Refusing;

/// <summary>A question with the sentences that the bot would choose from, the best first.</summary>
internal sealed record AskedQuestion(OpenQuestion Question, IReadOnlyList<ScoredSentence> Sentences);

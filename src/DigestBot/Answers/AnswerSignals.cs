namespace DigestBot.Answers;

/// <summary>What speaks for a sentence as an answer.</summary>
/// <remarks>
/// Weighed by a logistic regression over questions asked of a whole collection, a third of them about what is not in it
/// (<c>refuse --fit</c> of the evaluation; bench/results has the figures). Few signals, so that what was learned from one kind of
/// text holds for another.
/// </remarks>
/// <param name="Sentence">Log odds that the trained ranker gives the sentence.</param>
/// <param name="Place">1 for a sentence of the article that fits the question best, 1/2 for the second, and so on.</param>
/// <param name="Article">How likely its whole article answers, 0 to 1.</param>
/// <param name="Shared">Share of the question's words that it has, its headline included.</param>
internal readonly record struct AnswerSignals(double Sentence, double Place, double Article, double Shared)
{
    // The regression's own constant is -7.37. Where it gives 0.12 an answer is worth showing: a third of its questions are about what
    // nobody wrote and a third were written to mislead, which is not how people ask. There confidence is one half.
    private const double Constant = -5.38;

    /// <summary>0 to 1; from one half on an answer is worth showing.</summary>
    public double Confidence =>
        1 / (1 + Math.Exp(-(Constant + (1.01 * Sentence) + (1.79 * Place) + (0.77 * Article) + (0.45 * Shared))));
}

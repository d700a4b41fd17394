using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Answers;

/// <summary>A sentence of an article, with how well it answers a question.</summary>
/// <param name="Article">Where it stands.</param>
/// <param name="Span">At which place.</param>
/// <param name="Score">Order among the sentences of one question.</param>
/// <param name="Confidence">0 to 1, comparable between questions.</param>
internal sealed record ScoredSentence(Article Article, TextSpan Span, double Score, double Confidence)
{
    /// <summary>What its confidence comes from; null for a follow-up.</summary>
    public AnswerSignals? Signals { get; init; }

    public string Text { get; } = Article.Text.Substring(Span.Start, Span.Length);

    public Citation ToCitation() => new(Text, Article.ToRef(), Span.Start, Span.Length);
}

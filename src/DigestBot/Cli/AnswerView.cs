using System.Text.Json.Serialization;
using DigestBot.Answers;

namespace DigestBot.Cli;

/// <summary>An answer in JSON; the contract of <c>ask --json</c>.</summary>
internal sealed record AnswerView(
    string Question,
    string Query,
    bool Answered,
    double Confidence,
    IReadOnlyList<QuoteView> Quotes,
    IReadOnlyList<QuoteView> Nearest,
    SearchedView Searched)
{
    public static AnswerView From(Answer answer) => new(
        answer.Question,
        answer.Query,
        answer.Answered,
        answer.Confidence,
        [.. answer.Quotes.Select(QuoteView.From)],
        [.. answer.Nearest.Select(QuoteView.From)],
        new(
            answer.Searched.Articles,
            WindowView.Of(answer.Searched.Window),
            answer.Searched.Topic,
            answer.Searched.Language,
            answer.Searched.Sources));
}

/// <summary>What a question was held against, in JSON; what did not restrict it is left out.</summary>
internal sealed record SearchedView(
    long Articles,
    WindowView Window,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Topic,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Language,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Sources);

using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>The bot's own lines around an answer, the same in every layout and free of markup.</summary>
internal static class AnswerFrame
{
    /// <summary>Above the quotes: where it was looked for, and whether anything answers.</summary>
    public static IEnumerable<string> Before(Answer answer, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        if (answer.Searched.Unknown is { } unknown)
        {
            yield return unknown.Remark(phrases);
        }

        if (NothingToSearch(answer, reader) is { } nothing)
        {
            yield return nothing;
            yield break;
        }

        if (NarrowText.Of(answer.Searched, phrases) is { } narrow)
        {
            yield return phrases.SearchedOnly(narrow);
        }

        if (answer.Searched.Topic is { } topic)
        {
            yield return phrases.SearchedTopic(topic);
        }

        if (!answer.Answered)
        {
            yield return answer.Searched.Window.From <= DateTimeOffset.UnixEpoch
                ? phrases.NotAnsweredAtAll
                : phrases.NotAnswered(reader.Window(answer.Searched.Window));
            yield return phrases.ArticlesSearched(answer.Searched.Articles);
        }

        if (!string.Equals(answer.Question, answer.Query, StringComparison.Ordinal))
        {
            yield return phrases.SearchedFor(answer.Query);
        }

        if (!answer.Answered && answer.Nearest.Count > 0)
        {
            yield return phrases.NearestSentences;
        }
    }

    public static IReadOnlyList<Citation> Quotes(Answer answer) => answer.Answered ? answer.Quotes : answer.Nearest;

    /// <summary>The first of two quotes whose figures differ; null where none do.</summary>
    public static Citation? FirstDiffering(Answer answer) => answer.ReportsDiffer ? answer.Quotes[0] : null;

    /// <summary>Up to when, and how much was searched; null where nothing answers.</summary>
    public static string? After(Answer answer, Reader reader) => answer.Answered
        ? reader.Phrases.AnswerAsOf(reader.Date(answer.Searched.Window.To), Sources(answer.Quotes), answer.Searched.Articles)
        : null;

    private static string? NothingToSearch(Answer answer, Reader reader) => answer switch
    {
        { Searched: { IsNarrow: true, Articles: 0 } } => reader.Phrases.NarrowNothing(NarrowText.Of(answer.Searched, reader.Phrases)!),
        { Answered: false, Searched: { Articles: 0, Window: { } window } } when window.From > DateTimeOffset.UnixEpoch =>
            reader.Phrases.NoArticlesThen(reader.Window(window)),
        _ => null,
    };

    private static int Sources(IReadOnlyList<Citation> quotes) =>
        quotes.Select(quote => quote.Article.Source).Distinct(StringComparer.Ordinal).Count();
}

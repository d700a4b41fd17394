using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.News;

namespace DigestBot.Adapters;

/// <summary>The bot's own lines around a digest or an answer, the same in every layout and free of markup.</summary>
internal static class DigestFrame
{
    private const int MostNamed = 8;

    public static string Topic(Digest digest, Reader reader) =>
        digest.Story is not null ? reader.Phrases.StoryFollowed : digest.Topic is { } topic ? reader.Phrases.Insert(topic) : reader.Phrases.AllNews;

    public static string Heading(Digest digest, Reader reader) =>
        $"{Topic(digest, reader)} · {reader.Moment(digest.Asked.To)} ({reader.Phrases.Insert(reader.ZoneName)})";

    public static string Coverage(Digest digest, Reader reader)
    {
        string coverage = reader.Phrases.DigestCoverage(
            digest.Stories.Count, digest.Coverage.Articles, digest.Coverage.Ok, digest.Coverage.Sources);
        IEnumerable<string?> parts = [coverage, Only(digest, reader), Also(digest, reader)];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string? Only(Digest digest, Reader reader) =>
        digest.Only is { } names ? reader.Phrases.SearchedOnly(reader.Phrases.NarrowSources(Some(names, reader.Phrases))) : null;

    /// <summary>By which names it was found as well; null where by none.</summary>
    public static string? Also(Digest digest, Reader reader) =>
        digest.Also is { } names ? reader.Phrases.DigestAlso(Some(names, reader.Phrases)) : null;

    public static IEnumerable<string> Silent(Digest digest, Reader reader) => digest.Coverage.Failing.Select(
        source => source.Since is { } since
            ? reader.Phrases.SourceSilentSince(source.Name, reader.Date(since), source.Why)
            : reader.Phrases.SourceNeverRead(source.Name, source.Why));

    /// <summary>Who reports a story and who only reprints, after the word that it is an update where it is one.</summary>
    public static string Publishers(DigestStory story, Reader reader)
    {
        IEnumerable<string> parts =
        [
            .. story.UpdateDay > 0 ? [reader.Phrases.StoryUpdate(story.UpdateDay)] : (string[])[],
            reader.Phrases.StoryPublishers(story.Publishers.Count, Some(story.Publishers, reader.Phrases)),
            .. story.Reprints is { } reprints ? [reader.Phrases.StoryReprints(Some(reprints, reader.Phrases))] : (string[])[],
        ];
        return string.Join(" · ", parts);
    }

    public static IEnumerable<string> Before(Answer answer, Reader reader)
    {
        Phrases phrases = reader.Phrases;
        if (answer.Searched.Unknown is { } unknown)
        {
            yield return unknown.Remark(phrases);
        }

        if (answer.Searched is { IsNarrow: true, Articles: 0 })
        {
            yield return phrases.NarrowNothing(NarrowText.Of(answer.Searched, phrases)!);
            yield break;
        }

        if (answer is { Answered: false, Searched: { Articles: 0, Window: { } window } } && window.From > DateTimeOffset.UnixEpoch)
        {
            yield return phrases.NoArticlesThen(reader.Window(window));
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

    public static string? After(Answer answer, Reader reader) => answer.Answered
        ? reader.Phrases.AnswerAsOf(
            reader.Date(answer.Searched.Window.To), Sources(answer.Quotes), answer.Searched.Articles)
        : null;

    public static IReadOnlyList<Citation> Quotes(Answer answer) =>
        answer.Answered ? answer.Quotes : answer.Nearest;

    /// <summary>The first of two quotes whose figures differ; null where none do.</summary>
    public static Citation? FirstDiffering(Answer answer) => answer.ReportsDiffer ? answer.Quotes[0] : null;

    private static string Some(IReadOnlyList<string> names, Phrases phrases) => names.Count <= MostNamed
        ? phrases.List(names)
        : phrases.AndMore(phrases.List(names.Take(MostNamed)), names.Count - MostNamed);

    private static int Sources(IReadOnlyList<Citation> quotes) =>
        quotes.Select(quote => quote.Article.Source).Distinct(StringComparer.Ordinal).Count();
}

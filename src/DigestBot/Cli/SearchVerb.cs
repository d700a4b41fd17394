using System.CommandLine;
using DigestBot.Answers;
using DigestBot.Chat;
using DigestBot.Commands;

namespace DigestBot.Cli;

/// <summary><c>search QUERY</c></summary>
internal static class SearchVerb
{
    private const int UsualHits = 20;
    private const string Best = "best";
    private const string Newest = "newest";

    public static Command Create(CliContext context)
    {
        Phrases phrases = context.Phrases;
        Argument<string?> query = CliArgument.Words(
            "QUERY", phrases.ParameterQuery, true, CommandLimits.Question, phrases.QuestionTooLong, phrases);
        Option<Since?> since = CliOption.Since(phrases);
        Option<string?> sort = CliOption.Choice("--sort", [Best, Newest], phrases.OptionSort, phrases);
        Option<int?> max = CliOption.Number("--max", 1, CommandLimits.MostListed, phrases.OptionMax, phrases);
        var verb = new Command("search", phrases.CommandSearch) { query, since, sort, max };
        verb.SetAction((result, cancellationToken) => context.WithSessionAsync(result, true, async (session, cancel) =>
        {
            string text = result.GetValue(query)!;
            var request = new SearchRequest(
                session.Space,
                text,
                result.GetValue(since)?.Span,
                result.GetValue(sort) is Newest ? SearchOrder.Newest : SearchOrder.Best,
                result.GetValue(max) ?? UsualHits);
            IReadOnlyList<SearchHit> hits = await session.Get<ArticleSearch>().SearchAsync(request, cancel);
            return session.Show(
                () => new ListView<SearchHitView>([.. hits.Select(SearchHitView.From)]),
                Views.Json.ListViewSearchHitView,
                () => session.Print(new Reply.OfSearch(text, hits)));
        }, cancellationToken));
        return verb;
    }
}

using DigestBot.Answers;

namespace DigestBot.Commands;

/// <summary><c>/search query</c>: articles by their text, the best first.</summary>
internal sealed class SearchCommand(ArticleSearch search) : IChatCommand
{
    private const int MostHits = 10;
    private const string Query = "query";
    private const string Window = "window";

    public CommandDefinition Definition { get; } = new("search", phrases => phrases.CommandSearch,
    [
        new(Query, ParameterKind.Question, true, false, phrases => phrases.ParameterQuery),
        new(Window, ParameterKind.Window, false, true, phrases => phrases.ParameterWindow) { Suggests = SuggestionSource.Windows },
    ])
    {
        PrivateByDefault = true,
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        string query = call.Arguments.Text(Query)!;
        var request = new SearchRequest(
            call.Message.Space, query, call.Arguments.Window(Window, otherwise: null), SearchOrder.Best, MostHits);
        return new Reply.OfSearch(query, await search.SearchAsync(request, cancellationToken));
    }
}

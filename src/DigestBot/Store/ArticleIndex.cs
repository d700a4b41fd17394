using Dapper;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>Finds articles by their terms, newest first, in bounded time.</summary>
internal sealed class ArticleIndex(Database database, SourceStore sources)
{
    private readonly Dialect _dialect = database.Dialect;

    /// <summary>Scope tokens of what the space sees beside the shared sources.</summary>
    public async Task<IReadOnlyList<string>> OwnScopesAsync(Space space, CancellationToken cancellationToken) =>
        [.. (await sources.OwnAsync(space, cancellationToken)).Select(ScopeToken.Source)];

    /// <summary>Ids of at most <paramref name="max"/> matching articles of the window, newest first.</summary>
    /// <param name="query">What to look for.</param>
    /// <param name="only">The sources that they may be from; null for any.</param>
    /// <param name="window">When they were published.</param>
    /// <param name="max">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<long>> NewestAsync(
        IndexQuery query, IReadOnlyCollection<long>? only, NewsWindow window, int max, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<long>(
                $"""
                SELECT {Key} FROM article_index
                WHERE {_dialect.Matches("@expression")} AND {Key} BETWEEN @from AND @to {(only is null ? "" : FromSources)}
                ORDER BY {Key} DESC LIMIT @max
                """,
                new
                {
                    expression = _dialect.Expression(query),
                    from = ArticleId.First(window.From),
                    to = ArticleId.Last(window.To),
                    only = _dialect.Ids(only ?? []),
                    max,
                })).AsList(),
            cancellationToken);

    /// <summary>How many articles of the window in a language the space may see, up to <paramref name="most"/>.</summary>
    public async Task<long> CountAsync(Space space, ArticleScope scope, NewsWindow window, int most, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> own = await OwnScopesAsync(space, cancellationToken);
        return await database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(
                $"""
                SELECT count(*) FROM (
                  SELECT 1 FROM article_index
                  WHERE {_dialect.Matches("@expression")} AND {Key} BETWEEN @from AND @to {(scope.Sources is null ? "" : FromSources)}
                    AND EXISTS (SELECT 1 {Itself} JOIN source s ON s.id = a.source_id WHERE a.id = {Key} AND {Visibility.Of("s")})
                  LIMIT @most) counted
                """,
                new
                {
                    expression = _dialect.Expression(new IndexQuery(own, [], scope.Language)),
                    from = ArticleId.First(window.From),
                    to = ArticleId.Last(window.To),
                    only = _dialect.Ids(scope.Sources ?? []),
                    space = space.Id,
                    most,
                }),
            cancellationToken);
    }

    /// <summary>The effective date that <paramref name="count"/> articles of the whole store are newer than; null if it holds fewer.</summary>
    public Task<long?> NthNewestAsync(int count, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>(
                "SELECT effective FROM article ORDER BY effective DESC LIMIT 1 OFFSET @count", new { count }),
            cancellationToken);

    private string Key => $"article_index.{_dialect.IndexKey}";

    // Asked of each entry that matches, so that the index is always walked first.
    private string FromSources => $"AND EXISTS (SELECT 1 {Itself} WHERE a.id = {Key} AND {_dialect.In("a.source_id", "@only")})";

    private string Itself => $"FROM article a {_dialect.Through("article_head")}";
}

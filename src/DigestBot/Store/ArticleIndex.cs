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
    public async Task<IReadOnlyList<long>> NewestAsync(
        IndexQuery query, NewsWindow window, int max, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<long>(
                $"""
                SELECT {_dialect.IndexKey} FROM article_index
                WHERE {_dialect.Matches("@expression")} AND {_dialect.IndexKey} BETWEEN @from AND @to
                ORDER BY {_dialect.IndexKey} DESC LIMIT @max
                """,
                new
                {
                    expression = _dialect.Expression(query),
                    from = ArticleId.First(window.From),
                    to = ArticleId.Last(window.To),
                    max,
                })).AsList(),
            cancellationToken);

    /// <summary>The effective date that <paramref name="count"/> articles of the whole store are newer than; null if it holds fewer.</summary>
    public Task<long?> NthNewestAsync(int count, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long?>(
                "SELECT effective FROM article ORDER BY effective DESC LIMIT 1 OFFSET @count", new { count }),
            cancellationToken);
}

using Dapper;

namespace DigestBot.Store;

/// <summary>What people think of the bot's answers. Kept as long as posts are, and never more than one of a person on a message.</summary>
internal sealed class OpinionStore(Database database, TimeProvider clock)
{
    /// <summary>Keeps what a person thinks of a message, in place of what they thought before.</summary>
    public Task GiveAsync(Space space, string message, string person, bool likes, CancellationToken cancellationToken) =>
        database.InTransactionAsync(transaction => GiveAsync(transaction, space, message, person, likes), cancellationToken);

    /// <summary>Same, of a story: its sources are kept with it, as far as the space may see its articles.</summary>
    public Task GiveAsync(
        Space space, string message, string person, bool likes, IReadOnlyCollection<long> articles, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                Dialect dialect = database.Dialect;
                await GiveAsync(transaction, space, message, person, likes);
                return await transaction.ExecuteAsync(
                    $"""
                    INSERT INTO opinion_source (space_id, message, person, source_id)
                    SELECT DISTINCT @space, @message, @person, s.id FROM article a JOIN source s ON s.id = a.source_id
                    WHERE {dialect.In("a.id", "@articles")} AND {Visibility.Of("s")} ON CONFLICT DO NOTHING
                    """,
                    new { space = space.Id, message, person, articles = dialect.Ids(articles) });
            },
            cancellationToken);

    /// <summary>Forgets what a person thinks of a message or story.</summary>
    /// <returns>Whether anything was kept.</returns>
    public Task<bool> TakeBackAsync(Space space, string message, string person, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction => await transaction.ExecuteAsync(
            "DELETE FROM opinion WHERE space_id = @space AND message = @message AND person = @person", new { space = space.Id, message, person }) > 0,
        cancellationToken);

    /// <summary>Of these spaces, those whose people have an opinion on stories.</summary>
    public async Task<IReadOnlySet<long>> WithSourcesAsync(IReadOnlyCollection<long> spaces, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<long>(
                $"SELECT DISTINCT space_id FROM opinion_source WHERE {database.Dialect.In("space_id", "@spaces")}",
                new { spaces = database.Dialect.Ids(spaces) })).ToHashSet(),
            cancellationToken);

    /// <summary>What people of a space thought at an instant; each counts once for a source, however often they said something.</summary>
    public Task<IReadOnlyList<SourceOpinion>> OfSourcesAsync(long space, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => (IReadOnlyList<SourceOpinion>)(await connection.QueryAsync<SourceOpinion>(
                """
                SELECT said.source_id AS SourceId, count(*) AS People, sum(said.mean) AS Net FROM (
                  SELECT r.source_id, o.person, CAST(avg(o.likes * 2.0 - 1.0) AS double precision) AS mean
                  FROM opinion_source r JOIN opinion o ON o.space_id = r.space_id AND o.message = r.message AND o.person = r.person
                  WHERE r.space_id = @space AND o.given_at <= @until GROUP BY r.source_id, o.person) said
                GROUP BY said.source_id ORDER BY said.source_id
                """,
                new { space, until = until.ToStore() })).AsList(),
            cancellationToken);

    /// <param name="only">Of one space; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<OpinionTotals> CountAsync(Space? only, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleAsync<OpinionTotals>(
            $"""
            SELECT coalesce(sum(likes), 0) AS Good, coalesce(sum(1 - likes), 0) AS Bad FROM opinion
            {(only is null ? "" : "WHERE space_id = @space")}
            """,
            new { space = only?.Id }),
        cancellationToken);

    private Task<int> GiveAsync(StoreTransaction transaction, Space space, string message, string person, bool likes) => transaction.ExecuteAsync(
        """
        INSERT INTO opinion (space_id, message, person, likes, given_at) VALUES (@space, @message, @person, @likes, @now)
        ON CONFLICT (space_id, message, person) DO UPDATE SET likes = excluded.likes, given_at = excluded.given_at
        """,
        new { space = space.Id, message, person, likes = likes ? 1 : 0, now = clock.GetUtcNow().ToStore() });
}

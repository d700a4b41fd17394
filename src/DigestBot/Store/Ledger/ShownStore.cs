using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>Which sentences a channel was shown, by the hash of their text.</summary>
internal sealed class ShownStore(Database database, TimeProvider clock)
{
    /// <summary>Of these sentences, the ones that each of these channels was shown.</summary>
    public async Task<ILookup<long, long>> FindAsync(
        IReadOnlyCollection<long> channels, IReadOnlyCollection<long> sentences, CancellationToken cancellationToken)
    {
        Dialect dialect = database.Dialect;
        IEnumerable<(long Channel, long Sentence)> shown = await database.ReadAsync(
            connection => connection.QueryAsync<(long, long)>(
                $"""
                SELECT channel_id, sentence FROM shown
                WHERE {dialect.In("channel_id", "@channels")} AND {dialect.In("sentence", "@sentences")}
                """,
                new { channels = dialect.Ids(channels), sentences = dialect.Ids(sentences) }),
            cancellationToken);
        return shown.ToLookup(row => row.Channel, row => row.Sentence);
    }

    /// <summary>Of these articles, those that each of these channels was shown sentences of, and by which digests.</summary>
    public Task<IReadOnlyList<ShownArticle>> FindArticlesAsync(
        IReadOnlyCollection<long> channels, IReadOnlyCollection<long> articles, CancellationToken cancellationToken)
    {
        Dialect dialect = database.Dialect;
        return articles.Count == 0 ? Task.FromResult<IReadOnlyList<ShownArticle>>([]) : database.ReadAsync(
            async connection => (IReadOnlyList<ShownArticle>)(await connection.QueryAsync<ShownArticle>(
                $"""
                SELECT DISTINCT w.channel_id AS ChannelId, w.article_id AS ArticleId, w.occurrence_id AS OccurrenceId,
                  s.space_id AS SpaceId, o.digest_id AS DigestId
                FROM shown w JOIN occurrence o ON o.id = w.occurrence_id JOIN schedule s ON s.id = o.schedule_id
                WHERE {dialect.In("w.channel_id", "@channels")} AND {dialect.In("w.article_id", "@articles")} AND w.article_id IS NOT NULL
                """,
                new { channels = dialect.Ids(channels), articles = dialect.Ids(articles) })).AsList(),
            cancellationToken);
    }

    /// <summary>Remembers sentences of a slot; they are forgotten if the slot fails with no part delivered.</summary>
    /// <returns>How many the channel had not been shown: when these are fewer, another slot came first.</returns>
    public Task<int> AddAsync(StoreTransaction transaction, IReadOnlyList<ShownSentence> shown) => transaction.ExecuteRowsAsync(
        $"""
        INSERT INTO shown (channel_id, sentence, occurrence_id, article_id, shown_at)
        SELECT given.channel, given.sentence, given.occurrence, given.article, @now
        FROM {database.Dialect.Rows("@rows", "channel bigint, sentence bigint, occurrence bigint, article bigint")} WHERE true
        ON CONFLICT (channel_id, sentence) DO NOTHING
        """,
        // Sorted, so that two nodes wait for each other and not in a circle.
        shown.OrderBy(row => row.ChannelId).ThenBy(row => row.Sentence).Select(
            row => new { channel = row.ChannelId, sentence = row.Sentence, occurrence = row.OccurrenceId, article = row.ArticleId }),
        clock.GetUtcNow().ToStore());

    /// <summary>Forgets what slots of which nothing arrived would have shown.</summary>
    internal static Task ForgetAsync(Dialect dialect, StoreTransaction transaction, IReadOnlyCollection<long> occurrences) =>
        transaction.ExecuteAsync(
            $"DELETE FROM shown WHERE {dialect.In("occurrence_id", "@ids")}", new { ids = dialect.Ids(occurrences) });
}

using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>Which sentences a channel was shown, by the hash of their text.</summary>
internal sealed class ShownStore(Database database, TimeProvider clock)
{
    /// <summary>An article may be edited between being read for a digest and the digest being written.</summary>
    private static readonly TimeSpan Composing = TimeSpan.FromHours(1);

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

    /// <summary>Of what each of these channels was shown, the sentences whose articles were edited since, the latest edits first.</summary>
    /// <remarks>Without those of which the channel was told that they no longer stand.</remarks>
    public Task<IReadOnlyList<EditedQuote>> FindEditedAsync(IReadOnlyCollection<long> channels, int perChannel, CancellationToken cancellationToken)
    {
        Dialect dialect = database.Dialect;
        return database.ReadAsync(
            async connection => (IReadOnlyList<EditedQuote>)(await connection.QueryAsync<EditedQuote>(
                $"""
                SELECT e.channel_id AS ChannelId, e.sentence AS Sentence, e.article_id AS ArticleId, e.occurrence_id AS OccurrenceId,
                  s.space_id AS SpaceId, o.digest_id AS DigestId
                FROM (
                  SELECT w.channel_id, w.sentence, w.article_id, w.occurrence_id,
                    row_number() OVER (PARTITION BY w.channel_id ORDER BY max(v.replaced_at) DESC, w.sentence) AS place
                  FROM shown w JOIN article_version v ON v.article_id = w.article_id AND v.replaced_at > w.shown_at - @composing
                  WHERE {dialect.In("w.channel_id", "@channels")} AND w.article_id IS NOT NULL AND w.corrected_by IS NULL
                  GROUP BY w.channel_id, w.sentence, w.article_id, w.occurrence_id) e
                JOIN occurrence o ON o.id = e.occurrence_id JOIN schedule s ON s.id = o.schedule_id
                WHERE e.place <= @perChannel AND o.digest_id IS NOT NULL
                """,
                new { channels = dialect.Ids(channels), perChannel, composing = (long)Composing.TotalMilliseconds })).AsList(),
            cancellationToken);
    }

    /// <summary>Remembers sentences of a slot; they are forgotten if the slot fails with no part delivered.</summary>
    /// <returns>
    /// How many the channel had not been shown, of those that it must not have been: when these are fewer, another slot came first.
    /// </returns>
    public async Task<int> AddAsync(StoreTransaction transaction, IReadOnlyList<ShownSentence> shown)
    {
        HashSet<(long, long)> counted = [.. shown.Where(row => !row.MayBeKnown).Select(row => (row.ChannelId, row.Sentence))];
        int added = 0;

        // Sorted, so that two nodes wait for each other and not in a circle.
        foreach (ShownSentence[] batch in shown.OrderBy(row => row.ChannelId).ThenBy(row => row.Sentence).Chunk(StoreTransactionExtensions.RowsPerStatement))
        {
            added += (await AddAsync(transaction, batch)).Count(counted.Contains);
        }

        return added;
    }

    /// <summary>Remembers that a slot tells a channel of sentences that they no longer stand; forgotten as what it shows is.</summary>
    /// <returns>How many the channel had not been told of: when these are fewer, another slot came first.</returns>
    public Task<int> CorrectAsync(StoreTransaction transaction, IReadOnlyList<ShownSentence> corrected) => transaction.ExecuteRowsAsync(
        $"""
        UPDATE shown SET corrected_by = given.occurrence
        FROM {database.Dialect.Rows("@rows", "channel bigint, sentence bigint, occurrence bigint")}
        WHERE shown.channel_id = given.channel AND shown.sentence = given.sentence AND shown.corrected_by IS NULL
        """,
        corrected.OrderBy(row => row.ChannelId).ThenBy(row => row.Sentence).Select(
            row => new { channel = row.ChannelId, sentence = row.Sentence, occurrence = row.OccurrenceId }));

    /// <summary>Forgets what slots of which nothing arrived would have shown and told.</summary>
    internal static async Task ForgetAsync(Dialect dialect, StoreTransaction transaction, IReadOnlyCollection<long> occurrences)
    {
        var these = new { ids = dialect.Ids(occurrences) };
        await transaction.ExecuteAsync(
            $"UPDATE shown SET corrected_by = NULL WHERE corrected_by IS NOT NULL AND {dialect.In("corrected_by", "@ids")}", these);
        await transaction.ExecuteAsync($"DELETE FROM shown WHERE {dialect.In("occurrence_id", "@ids")}", these);
    }

    private Task<List<(long Channel, long Sentence)>> AddAsync(StoreTransaction transaction, ShownSentence[] batch) =>
        transaction.QueryAsync<(long, long)>(
            $"""
            INSERT INTO shown (channel_id, sentence, occurrence_id, article_id, shown_at)
            SELECT given.channel, given.sentence, given.occurrence, given.article, @now
            FROM {database.Dialect.Rows("@rows", "channel bigint, sentence bigint, occurrence bigint, article bigint")} WHERE true
            ON CONFLICT (channel_id, sentence) DO NOTHING
            RETURNING channel_id, sentence
            """,
            new
            {
                rows = StoreTransactionExtensions.Rows(batch.Select(
                    row => new { channel = row.ChannelId, sentence = row.Sentence, occurrence = row.OccurrenceId, article = row.ArticleId })),
                now = clock.GetUtcNow().ToStore(),
            });
}

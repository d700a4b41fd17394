using Dapper;

namespace DigestBot.Store;

/// <summary>Takes every article of one address out of the store, with whatever quotes it, and keeps it from coming back.</summary>
/// <remarks>
/// Invariant: whoever stores an article or a digest asks <c>forgotten_article</c> in the same transaction. An erasure locks that
/// table, so it waits for those who have asked and finds what they wrote; those who come later find what is forgotten.
/// </remarks>
internal sealed class ArticleEraser(Database database, TimeProvider clock)
{
    /// <summary>So many articles of one address are erased at once; no address has more but by a mistake.</summary>
    public const int MostArticles = 1_000;

    private readonly string _lock = database.Dialect.LockTable("forgotten_article");

    /// <param name="url">Canonical.</param>
    /// <param name="rulesFor">Makes the rules, once it is known what the article was.</param>
    /// <param name="cancellationToken">Stops waiting; what was committed stays, and running it again does the rest.</param>
    public async Task<Erased> ForgetAsync(string url, Func<ErasedText, ErasureRules> rulesFor, CancellationToken cancellationToken)
    {
        string address = ForgottenKey.OfAddress(url);
        await database.InTransactionAsync(transaction => RememberAsync(transaction, address), cancellationToken);

        // There is no index by address: the look through all articles holds nobody up, and what it finds is all there will be.
        object found = database.Dialect.Ids(await FindAsync(url, cancellationToken));
        Erased erased = await database.InTransactionAsync(
            transaction => EraseAsync(transaction, address, found, rulesFor), cancellationToken);
        return erased with { Wiped = await database.WipeAsync(cancellationToken) };
    }

    /// <summary>Lets articles of the address in again, when they are read next.</summary>
    /// <returns>False when it was not forgotten.</returns>
    public Task<bool> AllowAsync(string url, CancellationToken cancellationToken) => database.InTransactionAsync(
        async transaction => await transaction.ExecuteAsync(
            "DELETE FROM forgotten_article WHERE address = @address", new { address = ForgottenKey.OfAddress(url) }) > 0,
        cancellationToken);

    private Task<int> RememberAsync(StoreTransaction transaction, string address) => transaction.ExecuteAsync(
        $"""
        {_lock}INSERT INTO forgotten_article (key, address, forgotten_at) VALUES (@address, @address, @now) ON CONFLICT (key) DO NOTHING
        """,
        new { address, now = clock.GetUtcNow().ToStore() });

    private async Task<List<long>> FindAsync(string url, CancellationToken cancellationToken) => await database.ReadAsync(
        async connection => (await connection.QueryAsync<long>(
            "SELECT id FROM article WHERE url = @url ORDER BY id LIMIT @max", new { url, max = MostArticles })).AsList(),
        cancellationToken);

    private async Task<Erased> EraseAsync(
        StoreTransaction transaction, string address, object found, Func<ErasedText, ErasureRules> rulesFor)
    {
        Dialect dialect = database.Dialect;
        await RememberAsync(transaction, address);
        List<StoredText> articles = await transaction.QueryAsync<StoredText>(
            $"{ArticleRemoval.Select} WHERE {dialect.In("a.id", "@found")} ORDER BY a.id", new { found });
        List<EarlierText> earlier = await transaction.QueryAsync<EarlierText>(
            $"SELECT title, text FROM article_version WHERE {dialect.In("article_id", "@found")}", new { found });
        await RememberItemsAsync(transaction, address, articles);
        var erased = new ErasedText(
            await transaction.QueryAsync<long>(
                "SELECT article_id FROM forgotten_article WHERE address = @address AND article_id IS NOT NULL", new { address }),
            [.. articles.Select(article => article.Title).Concat(earlier.Select(version => version.Title)).Distinct()],
            [.. articles.Select(article => article.Text).Concat(earlier.Select(version => version.Text)).Distinct()]);
        if (erased.Ids.Count == 0)
        {
            return new(0, 0, 0, 0, 0, Wiped: true);
        }

        await ArticleRemoval.RunAsync(dialect, transaction.Connection, transaction.Transaction, articles);
        await LeaveStoriesAsync(transaction, articles);
        ErasureRules rules = rulesFor(erased);
        IReadOnlySet<string> digests = await new DigestRedaction(dialect, transaction, clock.GetUtcNow()).RunAsync(erased.Ids, rules);
        (int posts, int stopped) = await new PostRedaction(dialect, transaction, clock.GetUtcNow()).RunAsync(digests, rules);
        int conversations = await new ConversationRedaction(dialect, transaction).RunAsync(rules);
        return new(articles.Count, digests.Count, posts, stopped, conversations, Wiped: true);
    }

    private Task<int> RememberItemsAsync(StoreTransaction transaction, string address, IEnumerable<StoredText> articles) =>
        transaction.ExecuteRowsAsync(
            $"""
            INSERT INTO forgotten_article (key, address, article_id, forgotten_at)
            SELECT given.key, given.address, given.id, @now
            FROM {database.Dialect.Rows("@rows", "key text, address text, id bigint")} WHERE true
            ON CONFLICT (key) DO UPDATE SET article_id = excluded.article_id
            """,
            articles.Select(article => new { key = ForgottenKey.OfItem(article.Identity), address, id = article.Id }),
            clock.GetUtcNow().ToStore());

    // Whoever groups keeps stories in memory as long as nobody else has touched them.
    private async Task LeaveStoriesAsync(StoreTransaction transaction, List<StoredText> articles)
    {
        long[] stories = [.. articles.Select(article => article.StoryId ?? 0).Where(id => id > 0).Distinct()];
        if (stories.Length > 0)
        {
            await database.Dialect.LockAsync(transaction.Connection, transaction.Transaction, "story");
            await transaction.ExecuteAsync(
                $"""
                DELETE FROM story WHERE {database.Dialect.In("id", "@ids")}
                  AND NOT EXISTS (SELECT 1 FROM article a WHERE a.story_id > 0 AND a.story_id = story.id)
                """,
                new { ids = database.Dialect.Ids(stories) });
            await StoryStore.TouchAsync(transaction);
        }
    }

    private sealed record EarlierText(string Title, string Text);
}

namespace DigestBot.Store;

/// <summary>Stores articles: rows, index, term vectors, frequencies and the source's state, all in one transaction.</summary>
internal sealed class ArticleWriter(Database database)
{
    /// <summary>Stores what is new and what has changed. A known article without a change costs one look-up.</summary>
    public Task<WriteCounts> WriteAsync(
        IReadOnlyList<NewArticle> articles, PollResult? poll, CancellationToken cancellationToken)
    {
        // In the order of the ids to be, which the index needs.
        NewArticle[] ordered = [.. articles.OrderBy(article => article.Effective)];
        return database.WriteAsync(
            async (connection, transaction) =>
            {
                await using var batch = new ArticleBatch(database.Dialect, connection, transaction, ordered);
                var counts = new WriteCounts();
                foreach (NewArticle article in ordered)
                {
                    counts += await batch.WriteAsync(article);
                }

                await batch.CompleteAsync();
                if (poll is not null)
                {
                    await PollRecord.WriteAsync(database.Dialect, connection, transaction, poll, counts);
                }

                return counts;
            },
            cancellationToken);
    }
}

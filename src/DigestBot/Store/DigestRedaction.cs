namespace DigestBot.Store;

/// <summary>Takes an article out of stored digests, as part of a transaction.</summary>
internal sealed class DigestRedaction(Dialect dialect, StoreTransaction transaction, DateTimeOffset now)
{
    private const int StepSize = 100;

    /// <returns>Ids of the digests that quoted it.</returns>
    public async Task<IReadOnlySet<string>> RunAsync(IReadOnlyCollection<long> articles, ErasureRules rules)
    {
        // As every document holds an id; what merely looks like it is told apart by whoever reads the document.
        string patterns = StoreTransactionExtensions.Rows(articles.Select(id => new { pattern = $"%\"{id}\"%" }));
        var touched = new HashSet<string>(StringComparer.Ordinal);
        await RedactOwnAsync(patterns, rules, touched);
        await RedactSharedAsync(patterns, rules, touched);
        return touched;
    }

    private string Mentions(string column) =>
        $"EXISTS (SELECT 1 FROM {dialect.Rows("@patterns", "pattern text")} WHERE {column} LIKE given.pattern)";

    private async Task RedactOwnAsync(string patterns, ErasureRules rules, HashSet<string> touched)
    {
        var last = new OwnDigest();
        List<OwnDigest> step;
        do
        {
            step = await transaction.QueryAsync<OwnDigest>(
                $"""
                SELECT space_id AS Space, id AS Id, document AS Document FROM digest
                WHERE (space_id, id) > (@space, @id) AND body IS NULL AND {Mentions("document")} ORDER BY space_id, id LIMIT @max
                """,
                new { space = last.Space, id = last.Id, patterns, max = StepSize });
            foreach (OwnDigest digest in step)
            {
                last = digest;
                if (rules.Redact(digest.Document) is { } document)
                {
                    touched.Add(digest.Id);
                    await transaction.ExecuteAsync(
                        "UPDATE digest SET document = @document WHERE space_id = @space AND id = @id",
                        new { space = digest.Space, id = digest.Id, document });
                }
            }
        }
        while (step.Count == StepSize);
    }

    private async Task RedactSharedAsync(string patterns, ErasureRules rules, HashSet<string> touched)
    {
        string last = "";
        List<SharedDocument> step;
        do
        {
            step = await transaction.QueryAsync<SharedDocument>(
                $"""
                SELECT b.hash AS Hash, b.text AS Text FROM body b
                WHERE b.hash > @last AND {Mentions("b.text")} AND EXISTS (SELECT 1 FROM digest d WHERE d.body = b.hash)
                ORDER BY b.hash LIMIT @max
                """,
                new { last, patterns, max = StepSize });
            foreach (SharedDocument document in step)
            {
                last = document.Hash;
                if (rules.Redact(document.Text) is { } redacted)
                {
                    touched.UnionWith(await ReplaceAsync(document.Hash, redacted));
                }
            }
        }
        while (step.Count == StepSize);
    }

    private async Task<List<string>> ReplaceAsync(string old, string redacted)
    {
        string body = BodyTable.HashOf(redacted);
        await BodyTable.AddAsync(dialect, transaction, [(body, redacted)], now);
        List<string> ids = await transaction.QueryAsync<string>(
            "UPDATE digest SET body = @body WHERE body = @old RETURNING id", new { body, old });
        await BodyTable.RemoveUnusedAsync(dialect, transaction, [old]);
        return ids;
    }

    private sealed record OwnDigest
    {
        public long Space { get; init; }

        public string Id { get; init; } = "";

        public string Document { get; init; } = "";
    }

    private sealed record SharedDocument(string Hash, string Text);
}

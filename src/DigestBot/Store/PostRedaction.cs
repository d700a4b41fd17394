using DigestBot.Store.Ledger;

namespace DigestBot.Store;

/// <summary>
/// Takes the content out of messages that hold an article, sent or not, as part of a transaction. A slot of which something is
/// still to be sent ends there.
/// </summary>
internal sealed class PostRedaction(Dialect dialect, StoreTransaction transaction, DateTimeOffset now)
{
    private const string Note = "An article that it quotes was forgotten.";
    private const int StepSize = 100;

    private const string Columns = "SELECT id AS Id, occurrence_id AS Occurrence, body AS Body FROM post";

    /// <param name="digests">Digests that quoted it.</param>
    /// <param name="rules">Tells which bodies hold it.</param>
    /// <returns>How many messages lost their content, and how many of these will not be sent.</returns>
    public async Task<(int Posts, int Stopped)> RunAsync(IReadOnlyCollection<string> digests, ErasureRules rules)
    {
        List<PostHead> posts = await FindAsync(digests, await BodiesAsync(rules));
        object ids = dialect.Ids([.. posts.Select(post => post.Id)]);
        object slots = dialect.Ids([.. posts.Select(post => post.Occurrence).OfType<long>().Distinct()]);

        // One that may have arrived is not sent again: whoever sends it at this moment finds that it was taken over.
        int stopped = await transaction.ExecuteAsync(
            $"""
            UPDATE post SET worker = NULL, take_at = NULL, finished_at = @now, trail = @trail,
              state = CASE WHEN state = 'Sending' OR unsure_since IS NOT NULL THEN 'Unconfirmed' ELSE 'Dead' END
            WHERE finished_at IS NULL AND {dialect.In("id", "@ids")}
            """,
            new { ids, now = now.ToStore(), trail = PostTrail.With(PostTrail.Empty, now, Note) });
        await transaction.ExecuteAsync($"UPDATE post SET body = NULL WHERE {dialect.In("id", "@ids")}", new { ids });
        await EndAsync(slots);
        await BodyTable.RemoveUnusedAsync(dialect, transaction, posts.Select(post => post.Body).OfType<string>());
        return (posts.Count(post => post.Body is not null), stopped);
    }

    private async Task<List<string>> BodiesAsync(ErasureRules rules)
    {
        var found = new List<string>();
        string last = "";
        List<Text> step;
        do
        {
            step = await transaction.QueryAsync<Text>(
                """
                SELECT b.hash AS Hash, b.text AS Content FROM body b
                WHERE b.hash > @last AND EXISTS (SELECT 1 FROM post p WHERE p.body = b.hash) ORDER BY b.hash LIMIT @max
                """,
                new { last, max = StepSize });
            found.AddRange(step.Where(text => rules.Holds(text.Content)).Select(text => text.Hash));
            last = step.Count > 0 ? step[^1].Hash : last;
        }
        while (step.Count == StepSize);

        return found;
    }

    // Those that hold it, and all others of the same slots that are still to be sent: a digest is not sent in part.
    private async Task<List<PostHead>> FindAsync(IReadOnlyCollection<string> digests, List<string> bodies)
    {
        string rows = StoreTransactionExtensions.Rows(digests.Select(id => new { key = id }));
        string hashes = StoreTransactionExtensions.Rows(bodies.Select(hash => new { key = hash }));
        List<PostHead> holding = await transaction.QueryAsync<PostHead>(
            $"""
            {Columns} WHERE body IN (SELECT given.key FROM {dialect.Rows("@hashes", "key text")})
              OR occurrence_id IN (SELECT o.id FROM occurrence o WHERE o.digest_id IN (SELECT given.key FROM {dialect.Rows("@rows", "key text")}))
            """,
            new { rows, hashes });
        object slots = dialect.Ids([.. holding.Select(post => post.Occurrence).OfType<long>().Distinct()]);
        List<PostHead> following = await transaction.QueryAsync<PostHead>(
            $"{Columns} WHERE finished_at IS NULL AND {dialect.In("occurrence_id", "@slots")}", new { slots });
        return [.. holding.Concat(following).DistinctBy(post => post.Id).OrderBy(post => post.Id)];
    }

    private async Task EndAsync(object slots)
    {
        List<long> ended = await transaction.QueryAsync<long>(
            $"""
            UPDATE occurrence SET state = 'Failed', finished_at = @now, problem = @note
            WHERE state = 'Queued' AND {dialect.In("id", "@slots")}
            RETURNING CASE WHEN delivered = 0
              AND NOT EXISTS (SELECT 1 FROM post p WHERE p.occurrence_id = occurrence.id AND p.state = 'Unconfirmed') THEN id ELSE -1 END
            """,
            new { slots, now = now.ToStore(), note = Note });
        await ShownStore.ForgetAsync(dialect, transaction, [.. ended.Where(id => id > 0)]);
    }

    private sealed record PostHead
    {
        public long Id { get; init; }

        public long? Occurrence { get; init; }

        public string? Body { get; init; }
    }

    private sealed record Text(string Hash, string Content);
}

using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>Gives a worker messages of one platform, with their departures.</summary>
internal sealed class PostTaking(Dialect dialect, StoreTransaction transaction, DateTimeOffset now)
{
    /// <summary>
    /// True for a message p that its channel lets go: it is the one that is held there already, or none is held and none
    /// was ready earlier.
    /// </summary>
    public const string IsFirst = """
        (p.worker IS NOT NULL
          OR (NOT EXISTS (SELECT 1 FROM post held WHERE held.channel_id = p.channel_id AND held.worker IS NOT NULL)
            AND NOT EXISTS (
              SELECT 1 FROM post earlier
              WHERE earlier.channel_id = p.channel_id AND earlier.finished_at IS NULL AND earlier.take_at <= p.take_at
                AND (earlier.take_at < p.take_at OR earlier.id < p.id))))
        """;

    /// <summary>The messages that may go, the longest waiting first.</summary>
    public string Candidates => $"""
        {dialect.InOrder}SELECT {PostRow.Columns} FROM post p WHERE p.platform = @platform AND p.take_at <= @now AND {IsFirst}
        ORDER BY p.take_at, p.id LIMIT @limit {dialect.SkipTaken}
        """;

    public async Task<IReadOnlyList<TakenPost>> RunAsync(string platform, PostRequest request)
    {
        var pace = new PlatformPace(dialect, transaction, platform);
        PlatformPace.Row row = await pace.LockAsync();
        DateTimeOffset[] departures = row.PausedUntil > now.ToStore()
            ? []
            : [.. row.Departures(now, request.Spacing, request.Horizon).Take(request.Limit)];
        List<PostRow> posts = departures.Length == 0
            ? []
            : await transaction.QueryAsync<PostRow>(Candidates, new { platform, now = now.ToStore(), limit = departures.Length });
        if (posts.Count == 0)
        {
            return [];
        }

        await WriteAsync(posts, departures, request);
        await pace.SetNextFreeAsync((departures[posts.Count - 1] + request.Spacing).UtcTicks);
        return await ReadAsync(posts, departures);
    }

    // One that is found sending was begun by a worker that has died since: whether it arrived, nobody knows.
    private Task<int> WriteAsync(List<PostRow> posts, DateTimeOffset[] departures, PostRequest request) => transaction.ExecuteRowsAsync(
        $"""
        UPDATE post SET token = post.token + 1, worker = given.worker, state = 'Ready', trail = given.trail,
          ready_at = CASE WHEN post.worker IS NULL THEN post.take_at ELSE post.ready_at END,
          take_at = given.lease,
          unsure = post.unsure + CASE WHEN post.state = 'Sending' THEN 1 ELSE 0 END,
          unsure_since = CASE WHEN post.state = 'Sending' THEN COALESCE(post.unsure_since, post.sending_since) ELSE post.unsure_since END
        FROM {dialect.Rows("@rows", "id bigint, worker text, lease bigint, trail text")} WHERE post.id = given.id
        """,
        posts.Index().Select(post => new
        {
            id = post.Item.Id,
            worker = request.Worker,
            lease = (departures[post.Index] + request.Lease).ToStore(),
            trail = post.Item.IsSending ? PostTrail.With(post.Item.Trail, now, "its worker was lost while sending") : post.Item.Trail,
        }));

    private async Task<IReadOnlyList<TakenPost>> ReadAsync(List<PostRow> posts, DateTimeOffset[] departures)
    {
        IEnumerable<(PostRow Post, TakenPostRow Beside, Channel Channel)> rows =
            await transaction.Connection.QueryAsync<PostRow, TakenPostRow, ChannelRow, (PostRow, TakenPostRow, Channel)>(
                $"""
                SELECT {PostRow.Columns}, b.text AS Body, first.message_id AS FirstMessageId, o.due AS Due, s.quiet AS Quiet, s.zone AS Zone,
                  d.quiet AS Rest, d.time_zone AS RestZone, {ChannelRow.Columns}
                FROM post p JOIN body b ON b.hash = p.body JOIN channel c ON c.id = p.channel_id
                LEFT JOIN post first ON first.occurrence_id = p.occurrence_id AND first.part = 1
                LEFT JOIN occurrence o ON o.id = p.occurrence_id
                LEFT JOIN schedule s ON s.id = o.schedule_id
                LEFT JOIN direct_chat d ON d.channel_id = c.id
                WHERE {dialect.In("p.id", "@ids")}
                """,
                (post, beside, channel) => (post, beside, channel.ToChannel()),
                new { ids = dialect.Ids([.. posts.Select(post => post.Id)]) },
                transaction.Transaction,
                splitOn: "Body,Id");
        var taken = rows.ToDictionary(row => row.Post.Id);
        return
        [
            .. posts.Index().Select(post => taken[post.Item.Id].Beside.ToTaken(
                taken[post.Item.Id].Post, taken[post.Item.Id].Channel, departures[post.Index])),
        ];
    }
}

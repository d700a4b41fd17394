using DigestBot.Chat;

namespace DigestBot.Store.Ledger;

/// <summary>The outbox: messages with keys that are unique for ever, taken with leases.</summary>
/// <remarks>Invariant: of a channel's messages at most one is held by any worker, and its parts go in order.</remarks>
internal sealed class PostStore(Database database, TimeProvider clock)
{
    /// <summary>Enters messages; one whose key is there already stays as it is. Part 1 is ready, the others wait.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> AddAsync(StoreTransaction transaction, IReadOnlyList<NewPost> posts)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var hashed = posts.Select(post => (Post: post, Hash: BodyTable.HashOf(post.Body))).ToArray();
        await BodyTable.AddAsync(database.Dialect, transaction, hashed.Select(post => (post.Hash, post.Post.Body)), now);
        return await transaction.ExecuteRowsAsync(PostWriter.Insert(database.Dialect), hashed.Select(post => PostWriter.Row(post.Post, post.Hash, now)), now.ToStore());
    }

    /// <summary>
    /// Takes messages of a platform that may go, the longest waiting first and at most one of each channel, and gives each
    /// its departure in the platform's budget, which all nodes share.
    /// </summary>
    /// <param name="platform">Whose.</param>
    /// <param name="request">How many, for how long, for whom, how fast.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<IReadOnlyList<TakenPost>> TakeAsync(ChatPlatform platform, PostRequest request, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => new PostTaking(database.Dialect, transaction, clock.GetUtcNow()).RunAsync(NameOf(platform), request),
            cancellationToken);

    /// <summary>Notes that a request begins; only then it may begin.</summary>
    /// <returns>False when somebody else holds the message now, or the lease ends before <paramref name="until"/>.</returns>
    public Task<bool> BeginAsync(TakenPost post, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction => await transaction.ExecuteAsync(
                """
                UPDATE post SET state = 'Sending', attempts = attempts + 1, sending_since = @now
                WHERE id = @id AND token = @token AND worker IS NOT NULL AND state = 'Ready' AND take_at >= @until
                """,
                new { id = post.Id, token = post.Token, now = clock.GetUtcNow().ToStore(), until = until.ToStore() }) == 1,
            cancellationToken);

    /// <summary>Writes how an attempt ended, with what follows from it for later parts, the slot and the channel.</summary>
    /// <returns>False when somebody else took it since; nothing is changed then.</returns>
    public Task<bool> EndAsync(TakenPost post, PostEnd end, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => new PostEnding(database.Dialect, transaction, clock.GetUtcNow()).RunAsync(post, end), cancellationToken);

    /// <summary>Gives a message back that was taken and not sent.</summary>
    public Task ReleaseAsync(IReadOnlyList<TakenPost> posts, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteRowsAsync(
                $"""
                UPDATE post SET worker = NULL, take_at = post.ready_at
                FROM {database.Dialect.Rows("@rows", "id bigint, token bigint")}
                WHERE post.id = given.id AND post.token = given.token AND post.worker IS NOT NULL AND post.state = 'Ready'
                """,
                posts.OrderBy(post => post.Id).Select(post => new { id = post.Id, token = post.Token })),
            cancellationToken);

    /// <summary>
    /// Nothing of the platform departs before <paramref name="until"/>, on any node: messages that are taken and not begun
    /// are taken back, and <see cref="BeginAsync"/> refuses them.
    /// </summary>
    public Task PauseAsync(ChatPlatform platform, DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                var pace = new PlatformPace(database.Dialect, transaction, NameOf(platform));
                await pace.LockAsync();
                await pace.PauseAsync(until, reason);
                return await transaction.ExecuteAsync(
                    $"""
                    UPDATE post SET worker = NULL, take_at = ready_at, token = token + 1 WHERE id IN (
                      SELECT id FROM post WHERE platform = @platform AND take_at > @now AND worker IS NOT NULL AND state = 'Ready'
                      ORDER BY id {database.Dialect.SkipTaken})
                    """,
                    new { platform = NameOf(platform), now = clock.GetUtcNow().ToStore() });
            },
            cancellationToken);

    /// <summary>
    /// When the next message of the platform may depart, as far as is known now; null when none waits. One whose channel
    /// is held by a worker counts from the end of that worker's lease, so look again when that worker has ended it.
    /// </summary>
    public Task<DateTimeOffset?> NextAsync(ChatPlatform platform, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new OutboxReader(connection).NextAsync(NameOf(platform)), cancellationToken);

    /// <summary>The messages of one slot, in order.</summary>
    public Task<IReadOnlyList<Post>> OfOccurrenceAsync(long occurrenceId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new OutboxReader(connection).OfOccurrenceAsync(occurrenceId), cancellationToken);

    /// <summary>What was delivered to a place of the space under the platform's id; null where that is unknown, or not kept any more.</summary>
    public Task<string?> BodyAsync(Space space, ChannelRef address, string messageId, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new OutboxReader(connection).BodyAsync(space, address, messageId), cancellationToken);

    /// <summary>How the outbox stands, for the space, or for all with null.</summary>
    public Task<OutboxState> StateAsync(Space? space, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => new OutboxReader(connection).StateAsync(space), cancellationToken);

    private static string NameOf(ChatPlatform platform) => platform.ToString();
}

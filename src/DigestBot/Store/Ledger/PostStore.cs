using DigestBot.Chat;

namespace DigestBot.Store.Ledger;

/// <summary>The outbox: messages with keys that are unique for ever, taken with leases.</summary>
/// <remarks>Invariant: of a channel's messages at most one is held by any worker, and its parts go in order.</remarks>
internal sealed class PostStore(Database database, TimeProvider clock)
{
    /// <summary>Enters messages; one whose key is there already stays as it is. Part 1 is ready, the others wait.</summary>
    /// <returns>How many were new.</returns>
    public Task<int> AddAsync(StoreTransaction transaction, IReadOnlyList<NewPost> posts) => throw new NotImplementedException();

    /// <summary>
    /// Takes messages of a platform that may go, the longest waiting first and at most one of each channel, and gives each
    /// its departure in the platform's budget, which all nodes share.
    /// </summary>
    /// <param name="platform">Whose.</param>
    /// <param name="request">How many, for how long, for whom, how fast.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<IReadOnlyList<TakenPost>> TakeAsync(ChatPlatform platform, PostRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Notes that a request begins; only then it may begin.</summary>
    /// <returns>False when somebody else holds the message now, or the lease ends before <paramref name="until"/>.</returns>
    public Task<bool> BeginAsync(TakenPost post, DateTimeOffset until, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Writes how an attempt ended, with what follows from it for later parts, the slot and the channel.</summary>
    /// <returns>False when somebody else took it since; nothing is changed then.</returns>
    public Task<bool> EndAsync(TakenPost post, PostEnd end, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Gives a message back that was taken and not sent.</summary>
    public Task ReleaseAsync(IReadOnlyList<TakenPost> posts, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Nothing of the platform departs before <paramref name="until"/>, on any node.</summary>
    public Task PauseAsync(ChatPlatform platform, DateTimeOffset until, string reason, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>When the next message of the platform may be taken; null when none waits.</summary>
    public Task<DateTimeOffset?> NextAsync(ChatPlatform platform, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The messages of one slot, in order.</summary>
    public Task<IReadOnlyList<Post>> OfOccurrenceAsync(long occurrenceId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>How the outbox stands, for the space, or for all with null.</summary>
    public Task<OutboxState> StateAsync(Space? space, CancellationToken cancellationToken) => throw new NotImplementedException();
}

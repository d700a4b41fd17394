using DigestBot.Chat;

namespace DigestBot.Store.Ledger;

/// <summary>The channels of the spaces, and whether they can be reached.</summary>
internal sealed class ChannelStore(Database database, TimeProvider clock)
{
    /// <summary>The channel of the space with this address; made on first use.</summary>
    public Task<Channel> GetOrAddAsync(StoreTransaction transaction, Space space, ChannelRef address) => throw new NotImplementedException();

    /// <summary>Counts a refusal for good, and parks the channel at the <paramref name="parkAfter"/>th in a row.</summary>
    /// <returns>True when this refusal parked it: exactly one caller gets that.</returns>
    public Task<bool> RefusedAsync(Channel channel, string reason, int parkAfter, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Lets messages through again.</summary>
    public Task OpenAsync(StoreTransaction transaction, long channelId) => throw new NotImplementedException();

    /// <summary>Keeps what the adapter needs to reach the channel.</summary>
    public Task ReferAsync(Channel channel, string reference, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Where the managers of the channel's schedules are told about it: the places where these were set up, other than itself.</summary>
    public Task<IReadOnlyList<Channel>> ManagersAsync(Channel channel, CancellationToken cancellationToken) => throw new NotImplementedException();
}

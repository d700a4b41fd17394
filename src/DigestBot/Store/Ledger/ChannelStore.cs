using DigestBot.Chat;

namespace DigestBot.Store.Ledger;

/// <summary>The channels of the spaces, and whether they can be reached.</summary>
internal sealed class ChannelStore(Database database, TimeProvider clock)
{
    private const string Select = $"SELECT {ChannelRow.Columns} FROM channel c";

    /// <summary>The channel of the space with this address; made on first use.</summary>
    public async Task<Channel> GetOrAddAsync(StoreTransaction transaction, Space space, ChannelRef address) =>
        (await GetOrAddAsync(transaction, space.Id, address)).ToChannel();

    /// <summary>Counts a refusal for good, and parks the channel at the <paramref name="parkAfter"/>th in a row.</summary>
    /// <returns>True when this refusal parked it: exactly one caller gets that.</returns>
    public async Task<bool> RefusedAsync(StoreTransaction transaction, Channel channel, string reason, int parkAfter)
    {
        await transaction.ExecuteAsync("UPDATE channel SET refusals = refusals + 1 WHERE id = @id", new { id = channel.Id });
        return await transaction.ExecuteAsync(
            """
            UPDATE channel SET parked_at = @now, parked_reason = @reason
            WHERE id = @id AND parked_at IS NULL AND refusals >= @parkAfter
            """,
            new { id = channel.Id, now = clock.GetUtcNow().ToStore(), reason, parkAfter = (long)parkAfter }) == 1;
    }

    /// <summary>Lets messages through again; those that wait for another try have it now.</summary>
    public async Task OpenAsync(StoreTransaction transaction, long channelId)
    {
        var of = new { channelId, now = clock.GetUtcNow().ToStore() };
        await transaction.ExecuteAsync(
            """
            UPDATE post SET take_at = @now, ready_at = @now
            WHERE channel_id = @channelId AND finished_at IS NULL AND worker IS NULL AND take_at > @now
            """,
            of);
        await transaction.ExecuteAsync(
            "UPDATE channel SET parked_at = NULL, parked_reason = NULL, refusals = 0 WHERE id = @channelId", of);
    }

    /// <summary>Keeps what the adapter needs to reach the channel.</summary>
    public Task ReferAsync(Channel channel, string reference, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                "UPDATE channel SET reference = @reference WHERE id = @id", new { id = channel.Id, reference }),
            cancellationToken);

    /// <summary>Same, for the place of this address, whichever spaces post there.</summary>
    public Task ReferAsync(ChannelRef address, string reference, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                "UPDATE channel SET reference = @reference WHERE address = @address", new { address = address.ToString(), reference }),
            cancellationToken);

    /// <summary>
    /// Where the managers of the channel's schedules are told about it: the places where these were set up, other than
    /// itself and those that cannot be reached either.
    /// </summary>
    public Task<IReadOnlyList<Channel>> ManagersAsync(Channel channel, CancellationToken cancellationToken) =>
        database.InTransactionAsync<IReadOnlyList<Channel>>(
            async transaction =>
            {
                List<string> origins = await transaction.QueryAsync<string>(
                    "SELECT DISTINCT origin FROM schedule WHERE channel_id = @id AND removed_at IS NULL ORDER BY origin", new { id = channel.Id });
                var managers = new List<Channel>();
                foreach (string origin in origins)
                {
                    if (ChannelRef.TryParse(origin, out ChannelRef? address) && address != channel.Address)
                    {
                        managers.Add((await GetOrAddAsync(transaction, channel.SpaceId, address)).ToChannel());
                    }
                }

                return [.. managers.Where(manager => !manager.IsParked)];
            },
            cancellationToken);

    private async Task<ChannelRow> GetOrAddAsync(StoreTransaction transaction, long spaceId, ChannelRef address)
    {
        var key = new { spaceId, address = address.ToString(), now = clock.GetUtcNow().ToStore() };
        await transaction.ExecuteAsync(
            """
            INSERT INTO channel (space_id, address, refusals, created_at) VALUES (@spaceId, @address, 0, @now)
            ON CONFLICT (space_id, address) DO NOTHING
            """,
            key);
        return (await transaction.FindAsync<ChannelRow>($"{Select} WHERE c.space_id = @spaceId AND c.address = @address", key))!;
    }
}

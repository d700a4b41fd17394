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
    /// <param name="transaction">Which this is part of.</param>
    /// <param name="channel">As it was.</param>
    /// <param name="reason">One sentence.</param>
    /// <param name="parkAfter">See above.</param>
    /// <param name="looks">Whether it is looked at again unasked; otherwise somebody has to open it.</param>
    /// <returns>True when this refusal parked it: exactly one caller gets that.</returns>
    public async Task<bool> RefusedAsync(
        StoreTransaction transaction, Channel channel, string reason, int parkAfter, bool looks = true)
    {
        await transaction.ExecuteAsync("UPDATE channel SET refusals = refusals + 1 WHERE id = @id", new { id = channel.Id });
        DateTimeOffset now = clock.GetUtcNow();
        long checks = await transaction.ScalarAsync<long>("SELECT checks FROM channel WHERE id = @id", new { id = channel.Id });
        return await transaction.ExecuteAsync(
            """
            UPDATE channel SET parked_at = @now, parked_reason = @reason, check_at = @check
            WHERE id = @id AND parked_at IS NULL AND refusals >= @parkAfter
            """,
            new
            {
                id = channel.Id,
                now = now.ToStore(),
                reason,
                check = looks ? (now + ParkedCheck.After(checks)).ToStore() : (long?)null,
                parkAfter = (long)parkAfter,
            }) == 1;
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
            "UPDATE channel SET parked_at = NULL, parked_reason = NULL, check_at = NULL, refusals = 0 WHERE id = @channelId", of);
    }

    /// <summary>Same, unless it was opened, or parked anew, since it was read.</summary>
    /// <returns>True where this opened it: exactly one caller gets that.</returns>
    public async Task<bool> ReopenAsync(StoreTransaction transaction, Channel channel)
    {
        int parked = await transaction.ExecuteAsync(
            "UPDATE channel SET parked_reason = NULL WHERE id = @id AND parked_at = @since", new { id = channel.Id, since = channel.ParkedAt.ToStore() });
        if (parked == 1)
        {
            await OpenAsync(transaction, channel.Id);
        }

        return parked == 1;
    }

    /// <summary>
    /// Parked channels whose time to be looked at has come, and puts their next time off: whoever dies while looking has
    /// looked. Where nothing is posted any more, or the bot was removed, nobody looks.
    /// </summary>
    public Task<IReadOnlyList<Channel>> TakeParkedAsync(int max, CancellationToken cancellationToken) =>
        database.InTransactionAsync<IReadOnlyList<Channel>>(
            async transaction =>
            {
                DateTimeOffset now = clock.GetUtcNow();
                List<CheckedRow> due = await transaction.QueryAsync<CheckedRow>(
                    $"SELECT id AS Id, checks AS Checks FROM channel WHERE check_at <= @now ORDER BY check_at LIMIT @max {database.Dialect.SkipTaken}",
                    new { now = now.ToStore(), max });
                await transaction.ExecuteRowsAsync(
                    $"""
                    UPDATE channel SET checks = checks + 1, check_at = given.at
                    FROM {database.Dialect.Rows("@rows", "id bigint, at bigint")} WHERE channel.id = given.id
                    """,
                    due.Select(row => new { id = row.Id, at = (now + ParkedCheck.After(row.Checks + 1)).ToStore() }));
                List<ChannelRow> looked = await transaction.QueryAsync<ChannelRow>(
                    $"""
                    {Select} JOIN space s ON s.id = c.space_id WHERE {database.Dialect.In("c.id", "@ids")} AND c.parked_at IS NOT NULL
                      AND s.left_at IS NULL AND EXISTS (SELECT 1 FROM schedule d WHERE d.channel_id = c.id AND d.removed_at IS NULL)
                    ORDER BY c.id
                    """,
                    new { ids = database.Dialect.Ids([.. due.Select(row => row.Id)]) });
                return [.. looked.Select(row => row.ToChannel())];
            },
            cancellationToken);

    /// <summary>Keeps what the adapter needs to reach the channel.</summary>
    public Task ReferAsync(Channel channel, string reference, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                "UPDATE channel SET reference = @reference WHERE id = @id", new { id = channel.Id, reference }),
            cancellationToken);

    /// <summary>Same, for every space that has the place of this address and kept the same about it so far.</summary>
    public Task ReferAsync(ChannelRef address, string? known, string reference, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                "UPDATE channel SET reference = @reference WHERE address = @address AND COALESCE(reference, '') = @known",
                new { address = address.ToString(), known = known ?? "", reference }),
            cancellationToken);

    /// <summary>Keeps what the adapter needs to reach a place of the space, also before anything is posted there.</summary>
    public Task KeepAsync(Space space, ChannelRef address, string reference, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                ChannelRow row = await GetOrAddAsync(transaction, space.Id, address);
                return await transaction.ExecuteAsync(
                    "UPDATE channel SET reference = @reference WHERE id = @id AND COALESCE(reference, '') <> @reference",
                    new { id = row.Id, reference });
            },
            cancellationToken);

    /// <summary>What is kept about a place of the space; null where that is nothing.</summary>
    public Task<string?> ReferenceAsync(string spaceKey, ChannelRef address, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ScalarAsync<string?>(
                "SELECT c.reference FROM channel c JOIN space s ON s.id = c.space_id WHERE s.key = @spaceKey AND c.address = @address",
                new { spaceKey, address = address.ToString() }),
            cancellationToken);

    /// <summary>The channels with this address that are open, whichever spaces have them.</summary>
    public Task<IReadOnlyList<Channel>> OfAddressAsync(ChannelRef address, CancellationToken cancellationToken) =>
        database.InTransactionAsync<IReadOnlyList<Channel>>(
            async transaction =>
            [
                .. (await transaction.QueryAsync<ChannelRow>(
                    $"{Select} WHERE c.address = @address AND c.parked_at IS NULL ORDER BY c.id", new { address = address.ToString() }))
                    .Select(row => row.ToChannel()),
            ],
            cancellationToken);

    /// <summary>Has the space's parked channels looked at soon: what keeps us out of them may have changed.</summary>
    public Task CheckSoonAsync(string spaceKey, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                """
                UPDATE channel SET check_at = @now
                WHERE space_id = (SELECT id FROM space WHERE key = @spaceKey) AND check_at > @now
                """,
                new { spaceKey, now = clock.GetUtcNow().ToStore() }),
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

    private sealed record CheckedRow
    {
        public long Id { get; init; }

        public long Checks { get; init; }
    }
}

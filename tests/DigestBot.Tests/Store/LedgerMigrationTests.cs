using System.Data.Common;
using Dapper;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Store;

/// <summary>A store from before there were schedules gets them, and keeps what it has.</summary>
public sealed class LedgerMigrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public Task An_older_store_keeps_its_digests_and_gets_a_ledger(string provider) =>
        OlderStore.UpgradedAsync(provider, "0005", FillAsync, IsWholeAsync);

    private static async Task FillAsync(DbConnection connection)
    {
        await connection.ExecuteAsync("INSERT INTO space (id, key, time_zone, created_at) VALUES (1000, 'discord:1', 'Etc/UTC', 1)");
        await connection.ExecuteAsync("INSERT INTO digest (space_id, id, composed_at, ranker, document) VALUES (1000, 'old', 1, 1, '{old}')");
    }

    private static async Task IsWholeAsync(StoreOptions given)
    {
        IOptions<StoreOptions> options = Options.Create(given);
        var clock = new FakeTimeProvider();
        var database = new Database(options);
        var digests = new DigestStore(database, clock, options);
        Space space = await new SpaceStore(database, clock).GetOrAddAsync("discord:1", Cancel);

        await database.InTransactionAsync(
            async transaction =>
            {
                await digests.AddAsync(transaction, [space.Id], "new", 1, "{new}", []);
                return await new ChannelStore(database, clock).GetOrAddAsync(
                    transaction, space, new DigestBot.Chat.ChannelRef(DigestBot.Chat.ChatPlatform.Discord, "1"));
            },
            Cancel);

        Assert.Equal(("{old}", "{new}"), (await digests.FindAsync(space, "old", Cancel), await digests.FindAsync(space, "new", Cancel)));
    }
}

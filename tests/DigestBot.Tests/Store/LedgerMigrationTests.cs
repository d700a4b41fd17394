using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Builder;
using DigestBot.Store;
using DigestBot.Store.Ledger;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace DigestBot.Tests.Store;

/// <summary>A store from before there were schedules gets them, and keeps what it has.</summary>
public sealed class LedgerMigrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_sqlite_store_keeps_its_digests_and_gets_a_ledger()
    {
        using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Data);
        string connection = $"Data Source={folder.Store}";
        Upgrade(DeployChanges.To.SqliteDatabase(connection).JournalToSqliteTable(MigrationScripts.JournalName), "Sqlite");
        await using (SqliteConnection old = folder.Open())
        {
            await FillAsync(old);
        }

        await IsWholeAsync(StoreProvider.Sqlite, connection);
    }

    [Fact]
    public async Task An_older_postgresql_store_keeps_its_digests_and_gets_a_ledger()
    {
        string connection = await (await PostgresServer.StartedAsync(Cancel)).CreateDatabaseAsync(Cancel);
        Upgrade(DeployChanges.To.PostgresqlDatabase(connection).JournalToPostgresqlTable("public", MigrationScripts.JournalName), "Postgres");
        await using (var old = new NpgsqlConnection(connection))
        {
            await old.OpenAsync(Cancel);
            await FillAsync(old);
        }

        await IsWholeAsync(StoreProvider.Postgresql, connection);
    }

    private static void Upgrade(UpgradeEngineBuilder builder, string dialect) => MigrationScripts.RunOrThrow(builder
        .WithScriptsEmbeddedInAssembly(
            typeof(MigrationScripts).Assembly,
            name => name.Contains($".Migrations.{dialect}.000", StringComparison.Ordinal)
                && string.CompareOrdinal(name[(name.IndexOf(".000", StringComparison.Ordinal) + 1)..], "0005") < 0)
        .WithVariablesDisabled()
        .Build());

    private static async Task FillAsync(DbConnection connection)
    {
        await connection.ExecuteAsync("INSERT INTO space (id, key, time_zone, created_at) VALUES (1000, 'discord:1', 'Etc/UTC', 1)");
        await connection.ExecuteAsync("INSERT INTO digest (space_id, id, composed_at, ranker, document) VALUES (1000, 'old', 1, 1, '{old}')");
    }

    private static async Task IsWholeAsync(StoreProvider provider, string connection)
    {
        IOptions<StoreOptions> options = Options.Create(new StoreOptions { Provider = provider, ConnectionString = connection });
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

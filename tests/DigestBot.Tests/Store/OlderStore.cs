using System.Data.Common;
using DbUp;
using DbUp.Builder;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using Npgsql;

namespace DigestBot.Tests.Store;

/// <summary>A store as it was before a migration.</summary>
internal static class OlderStore
{
    /// <summary>Makes one on a provider, fills it, and lets the test look at what becomes of it.</summary>
    /// <param name="provider">Which database, as settings name it.</param>
    /// <param name="before">Number of the first migration that it has not.</param>
    /// <param name="fill">What was stored by then.</param>
    /// <param name="check">Opens it as the program does; nothing is open on it.</param>
    public static async Task UpgradedAsync(
        string provider, string before, Func<DbConnection, Task> fill, Func<StoreOptions, Task> check)
    {
        StoreProvider kind = Enum.Parse<StoreProvider>(provider, ignoreCase: true);
        using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Data);
        string place = kind == StoreProvider.Sqlite
            ? $"Data Source={folder.Store}"
            : await (await PostgresServer.StartedAsync(TestContext.Current.CancellationToken)).CreateDatabaseAsync(TestContext.Current.CancellationToken);
        Build(kind, place, before);
        await using (DbConnection old = kind == StoreProvider.Sqlite ? folder.Open() : await OpenAsync(place))
        {
            await fill(old);
        }

        await check(new StoreOptions { Provider = kind, ConnectionString = place });
    }

    private static void Build(StoreProvider provider, string place, string before)
    {
        (UpgradeEngineBuilder builder, string dialect) = provider == StoreProvider.Sqlite
            ? (DeployChanges.To.SqliteDatabase(place).JournalToSqliteTable(MigrationScripts.JournalName), "Sqlite")
            : (DeployChanges.To.PostgresqlDatabase(place).JournalToPostgresqlTable("public", MigrationScripts.JournalName), "Postgres");
        string folder = $".Migrations.{dialect}.";
        MigrationScripts.RunOrThrow(builder
            .WithScriptsEmbeddedInAssembly(
                typeof(MigrationScripts).Assembly,
                name => name.IndexOf(folder, StringComparison.Ordinal) is >= 0 and var at && string.CompareOrdinal(name[(at + folder.Length)..], before) < 0)
            .WithVariablesDisabled()
            .Build());
    }

    private static async Task<DbConnection> OpenAsync(string place)
    {
        var connection = new NpgsqlConnection(place);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}

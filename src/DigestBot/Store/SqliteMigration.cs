using DbUp;
using Microsoft.Data.Sqlite;

namespace DigestBot.Store;

/// <summary>Creates and upgrades the SQLite file.</summary>
internal static class SqliteMigration
{
    private const string JournalExists = "SELECT count(*) FROM sqlite_master WHERE name = @name";

    public static async Task RunAsync(string connectionString, string file, CancellationToken cancellationToken)
    {
        CreateFolder(file);
        if (await IsCurrentAsync(connectionString, cancellationToken))
        {
            return;
        }

        // DbUp takes no lock of its own, and of two processes that migrate at once one would fail.
        await using FileStream alone = await LockFile.TakeAsync(file + ".lock", cancellationToken);
        if (await IsCurrentAsync(connectionString, cancellationToken))
        {
            return;
        }

        MigrationScripts.RunOrThrow(DeployChanges.To
            .SqliteDatabase(connectionString)
            .JournalToSqliteTable(MigrationScripts.JournalName)
            .WithScriptsOf("Sqlite")
            .Build());
    }

    private static async Task<bool> IsCurrentAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using (SqliteCommand command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA journal_mode = WAL"; // kept in the file; readers and the writer do not wait for each other
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        return await MigrationScripts.AreAllAppliedAsync(connection, "Sqlite", JournalExists);
    }

    private static void CreateFolder(string file)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }
    }
}

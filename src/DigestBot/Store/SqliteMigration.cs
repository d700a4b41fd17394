using DbUp;
using Microsoft.Data.Sqlite;

namespace DigestBot.Store;

/// <summary>Creates and upgrades the SQLite file.</summary>
internal static class SqliteMigration
{
    private const string JournalExists = "SELECT count(*) FROM sqlite_master WHERE name = @name";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(string connectionString, string file, CancellationToken cancellationToken)
    {
        CreateFolder(file);
        if (await IsCurrentAsync(connectionString, cancellationToken))
        {
            return;
        }

        // DbUp takes no lock of its own, and of two processes that migrate at once one would fail.
        await using FileStream alone = await LockFileAsync(file + ".migrating", cancellationToken);
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

    private static async Task<FileStream> LockFileAsync(string path, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            try
            {
                return new FileStream(
                    path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
            }
        }
    }
}

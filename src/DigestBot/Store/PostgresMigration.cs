using Dapper;
using DbUp;
using Npgsql;

namespace DigestBot.Store;

/// <summary>Creates and upgrades the PostgreSQL schema.</summary>
internal static class PostgresMigration
{
    // Any number that no other use of advisory locks in this database has.
    private const long LockKey = 0x4469_6765_7374_4201;
    private const string JournalExists = "SELECT count(*) FROM pg_tables WHERE tablename = @name AND schemaname = current_schema()";

    public static async Task RunAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        if (await MigrationScripts.AreAllAppliedAsync(connection, "Postgres", JournalExists))
        {
            return;
        }

        // DbUp takes no lock of its own, and of several nodes that migrate at once all but one would fail.
        // The lock goes with this connection, whatever happens to this process.
        await connection.ExecuteAsync("SELECT pg_advisory_lock(@key)", new { key = LockKey }, commandTimeout: 300);
        try
        {
            if (!await MigrationScripts.AreAllAppliedAsync(connection, "Postgres", JournalExists))
            {
                string schema = await connection.ExecuteScalarAsync<string>("SELECT current_schema()") ?? "public";
                MigrationScripts.RunOrThrow(DeployChanges.To
                    .PostgresqlDatabase(connectionString)
                    .JournalToPostgresqlTable(schema, MigrationScripts.JournalName)
                    .WithScriptsOf("Postgres")
                    .Build());
            }
        }
        finally
        {
            await connection.ExecuteAsync("SELECT pg_advisory_unlock(@key)", new { key = LockKey });
        }
    }
}

using System.Runtime.InteropServices;
using DigestBot.Store;
using Npgsql;

namespace DigestBot.Tests.Infrastructure;

/// <summary>A real PostgreSQL for tests: one server per test run, an empty database for each test that asks.</summary>
/// <remarks>
/// <c>DIGESTBOT_TEST_POSTGRES</c> names a server of yours instead (a connection string whose user may create databases).
/// Invariant: only databases that were made here are ever dropped.
/// </remarks>
internal sealed class PostgresServer
{
    private const string Variable = "DIGESTBOT_TEST_POSTGRES";
    private const string DatabasePrefix = "digestbot_test_";

    // Started by the first test that needs it and never by a run without one. It ends with this process.
    private static readonly Lazy<Task<PostgresServer>> Private = new(StartPrivateAsync);

    // A store that nothing has been put into; copying it is quicker than making its tables again.
    private static readonly Lazy<Task<string>> EmptyStore = new(MakeEmptyStoreAsync);

    private readonly string _connectionString;
    private readonly PostgresProcess? _process;

    private PostgresServer(string connectionString, PostgresProcess? process = null)
    {
        _connectionString = connectionString;
        _process = process;
    }

    /// <summary>Where the private server keeps its files; null for a server that was there before.</summary>
    public string? Folder => _process?.Folder;

    /// <summary>The server of this test run; skips the test, with the remedy, where there can be none.</summary>
    public static async Task<PostgresServer> StartedAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } existing)
        {
            return new PostgresServer(existing);
        }

        SkipWhereItCannotStart();
        return await Private.Value.WaitAsync(cancellationToken);
    }

    /// <summary>Makes an empty database and returns its connection string.</summary>
    public Task<string> CreateDatabaseAsync(CancellationToken cancellationToken) => CreateFromAsync("template0", cancellationToken);

    /// <summary>Same, and the tables of a store are in it, as its migrations make them.</summary>
    public async Task<string> CreateStoreAsync(CancellationToken cancellationToken) =>
        await CreateFromAsync(await EmptyStore.Value.WaitAsync(cancellationToken), cancellationToken);

    private async Task<string> CreateFromAsync(string template, CancellationToken cancellationToken)
    {
        string name = DatabasePrefix + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'", cancellationToken);
        return new NpgsqlConnectionStringBuilder(_connectionString)
        {
            Database = name,
            MaxPoolSize = 8, // many databases in parallel share the server's 500 connections
            ConnectionIdleLifetime = 2, // and one whose test is over gives them back
            ConnectionPruningInterval = 1,
        }.ConnectionString;
    }

    /// <summary>Removes a database made by <see cref="CreateDatabaseAsync"/>, also while connections to it are open.</summary>
    public async Task DropDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        string name = new NpgsqlConnectionStringBuilder(connectionString).Database ?? "";
        if (!name.StartsWith(DatabasePrefix, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The database '{name}' was not made for a test.", nameof(connectionString));
        }

        await using (var pooled = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", cancellationToken);
    }

    private static void SkipWhereItCannotStart()
    {
        Assert.SkipWhen(
            RuntimeInformation.IsOSPlatform(OSPlatform.Windows),
            $"PostgreSQL is started for tests on Linux and macOS only; on Windows set {Variable} to a server's connection string.");
        if (PostgresPrograms.Find() is null)
        {
            MissingTool.Report($"PostgreSQL is not installed: apt-get install postgresql, or set {Variable} to a server's connection string.");
        }
    }

    private static async Task<PostgresServer> StartPrivateAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        PostgresProcess process = await PostgresProcess.StartAsync(PostgresPrograms.Find()!, deadline.Token);
        return new PostgresServer(ConnectionString(process), process);
    }

    private static async Task<string> MakeEmptyStoreAsync()
    {
        PostgresServer server = await StartedAsync(CancellationToken.None);
        string connectionString = await server.CreateDatabaseAsync(CancellationToken.None);
        await PostgresMigration.RunAsync(connectionString, CancellationToken.None);
        await using var pooled = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(pooled); // a database that somebody is connected to cannot be copied
        return pooled.Database;
    }

    /// <summary>How to reach the server that <paramref name="process"/> runs.</summary>
    internal static string ConnectionString(PostgresProcess process) => new NpgsqlConnectionStringBuilder
    {
        Host = process.Folder,
        Username = "postgres",
        Database = "postgres",
        MaxPoolSize = 8,
        Timeout = 240, // only what hangs takes so long, on a busy machine too
        CommandTimeout = 240,
    }.ConnectionString;

    private async Task ExecuteAsync(string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

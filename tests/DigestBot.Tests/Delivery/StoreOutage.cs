using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DigestBot.Tests.Delivery;

/// <summary>A store that cannot be written until this ends: the file is locked, or the server lets nobody in.</summary>
internal sealed class StoreOutage : IAsyncDisposable
{
    private readonly Func<Task> _end;

    private StoreOutage(Func<Task> end) => _end = end;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<StoreOutage> BeginAsync(TestBot bot)
    {
        StoreOptions store = bot.Get<IOptions<StoreOptions>>().Value;
        return store.Provider == StoreProvider.Sqlite ? LockAsync(store.ConnectionString) : CloseAsync(store.ConnectionString);
    }

    public async ValueTask DisposeAsync() => await _end();

    private static async Task<StoreOutage> LockAsync(string connectionString)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(Cancel);
        await using SqliteCommand lockIt = connection.CreateCommand();
        lockIt.CommandText = "BEGIN IMMEDIATE";
        await lockIt.ExecuteNonQueryAsync(Cancel);
        return new StoreOutage(() => connection.DisposeAsync().AsTask());
    }

    private static async Task<StoreOutage> CloseAsync(string connectionString)
    {
        string name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await AdministerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false", connectionString);
        await AdministerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'", connectionString);
        return new StoreOutage(() => AdministerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true", connectionString));
    }

    private static async Task AdministerAsync(string statement, string connectionString)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}

using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DigestBot.Tests.Schedules.Infrastructure;

/// <summary>Takes the store away from everybody until disposed: connections are cut, or the file is held by somebody else.</summary>
internal sealed class StoreOutage : IAsyncDisposable
{
    private readonly Func<Task> _end;

    private StoreOutage(Func<Task> end) => _end = end;

    public static async Task<StoreOutage> BeginAsync(TestBot bot)
    {
        string connection = bot.Get<IOptions<StoreOptions>>().Value.ConnectionString;
        return bot.Get<IOptions<StoreOptions>>().Value.Provider == StoreProvider.Sqlite
            ? await LockAsync(connection)
            : await CutAsync(new NpgsqlConnectionStringBuilder(connection));
    }

    public async ValueTask DisposeAsync() => await _end();

    private static async Task<StoreOutage> LockAsync(string connection)
    {
        var holder = new SqliteConnection(new SqliteConnectionStringBuilder(connection) { Pooling = false }.ToString());
        await holder.OpenAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(holder, "BEGIN EXCLUSIVE");
        return new StoreOutage(async () => await holder.DisposeAsync());
    }

    private static async Task<StoreOutage> CutAsync(NpgsqlConnectionStringBuilder connection)
    {
        string database = connection.Database!;
        connection.Database = "postgres";
        connection.Pooling = false;
        var server = new NpgsqlConnection(connection.ToString());
        await server.OpenAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(server, $"ALTER DATABASE {database} ALLOW_CONNECTIONS false");
        await ExecuteAsync(server, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
        return new StoreOutage(async () =>
        {
            await ExecuteAsync(server, $"ALTER DATABASE {database} ALLOW_CONNECTIONS true");
            await server.DisposeAsync();
        });
    }

    private static async Task ExecuteAsync(System.Data.Common.DbConnection connection, string statement)
    {
        await using System.Data.Common.DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // names of databases that the tests made themselves
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

using System.Data.Common;
using Dapper;

namespace DigestBot.Store;

/// <summary>Facts about the store itself, such as which samples it holds.</summary>
internal sealed class FactStore(Database database)
{
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<string?>("SELECT value FROM store_fact WHERE name = @name", new { name }),
            cancellationToken);

    public Task SetAsync(string name, string value, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, transaction) => SetAsync(connection, transaction, name, value), cancellationToken);

    /// <summary>Same, as part of a transaction that does more.</summary>
    public static Task SetAsync(DbConnection connection, DbTransaction transaction, string name, string value) =>
        connection.ExecuteAsync(
            "INSERT INTO store_fact (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            new { name, value },
            transaction);
}

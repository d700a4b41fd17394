using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;

namespace DigestBot.Store;

/// <summary>Statements of a transaction; none can forget that it belongs to one.</summary>
internal static class StoreTransactionExtensions
{
    /// <summary>So many rows go into one statement.</summary>
    public const int RowsPerStatement = 1_000;

    // Read by the database only, so that letters outside ASCII need no escapes.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task<int> ExecuteAsync(this StoreTransaction transaction, string sql, object parameters) =>
        transaction.Connection.ExecuteAsync(sql, parameters, transaction.Transaction);

    public static Task<T?> ScalarAsync<T>(this StoreTransaction transaction, string sql, object parameters) =>
        transaction.Connection.ExecuteScalarAsync<T>(sql, parameters, transaction.Transaction);

    public static async Task<List<T>> QueryAsync<T>(this StoreTransaction transaction, string sql, object parameters) =>
        (await transaction.Connection.QueryAsync<T>(sql, parameters, transaction.Transaction)).AsList();

    public static Task<T?> FindAsync<T>(this StoreTransaction transaction, string sql, object parameters)
        where T : class =>
        transaction.Connection.QuerySingleOrDefaultAsync<T?>(sql, parameters, transaction.Transaction);

    /// <summary>What to bind for <see cref="Dialect.Rows"/>.</summary>
    public static string Rows<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, Json);

    /// <summary>Runs a statement that reads <see cref="Dialect.Rows"/> from <c>@rows</c>, over as many batches as it takes.</summary>
    /// <returns>How many rows it changed.</returns>
    public static async Task<int> ExecuteRowsAsync<T>(
        this StoreTransaction transaction, string sql, IEnumerable<T> rows, long now = 0)
    {
        int changed = 0;
        foreach (T[] batch in rows.Chunk(RowsPerStatement))
        {
            changed += await transaction.ExecuteAsync(sql, new { rows = Rows(batch), now });
        }

        return changed;
    }
}

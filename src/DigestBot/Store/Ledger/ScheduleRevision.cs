using System.Data.Common;
using Dapper;

namespace DigestBot.Store.Ledger;

/// <summary>One number that grows with every change to any schedule.</summary>
/// <remarks>
/// Invariant: its row is locked until the change is committed, so numbers become visible in their order, and whoever has
/// seen one has seen every change before it. The space and the schedule are locked before it, never after.
/// </remarks>
internal static class ScheduleRevision
{
    private const string Name = "schedule_revision";

    public static async Task<long> ReadAsync(DbConnection connection) => await connection.ExecuteScalarAsync<long?>(
        "SELECT CAST(value AS bigint) FROM store_fact WHERE name = @name", new { name = Name }) ?? 0;

    public static Task<long> NextAsync(StoreTransaction transaction) => transaction.ScalarAsync<long>(
        """
        INSERT INTO store_fact (name, value) VALUES (@name, '1')
        ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(store_fact.value AS bigint) + 1 AS text)
        RETURNING CAST(value AS bigint)
        """,
        new { name = Name });
}

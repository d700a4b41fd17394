using System.Security.Cryptography;
using System.Text;

namespace DigestBot.Store;

/// <summary>Texts that many rows share, each stored once under the hash of its content.</summary>
internal static class BodyTable
{
    // A text that was entered lately is not touched again, so that those who enter the same one do not wait for each other.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Enters texts as part of the transaction that refers to them.</summary>
    /// <remarks>
    /// Invariant: after this nobody removes them before the transaction ends. Those there are either fresh, which retention
    /// leaves alone, or held by the update; the others are inserted. Sorted, so that two writers never wait in a circle.
    /// </remarks>
    public static async Task AddAsync(
        Dialect dialect, StoreTransaction transaction, IEnumerable<(string Hash, string Text)> texts, DateTimeOffset now)
    {
        var rows = texts.DistinctBy(text => text.Hash).OrderBy(text => text.Hash, StringComparer.Ordinal)
            .Select(text => new { hash = text.Hash, text = text.Text, stale = (now - Fresh).ToStore() }).ToArray();
        await transaction.ExecuteRowsAsync(
            $"""
            UPDATE body SET used_at = @now FROM {dialect.Rows("@rows", "hash text, stale bigint")}
            WHERE body.hash = given.hash AND body.used_at < given.stale
            """,
            rows,
            now.ToStore());
        await transaction.ExecuteRowsAsync(
            $"""
            INSERT INTO body (hash, text, used_at)
            SELECT given.hash, given.text, @now FROM {dialect.Rows("@rows", "hash text, text text")} WHERE true
            ON CONFLICT (hash) DO NOTHING
            """,
            rows,
            now.ToStore());
    }

    /// <summary>Removes those of the texts that nothing refers to any more, at once.</summary>
    public static Task<int> RemoveUnusedAsync(Dialect dialect, StoreTransaction transaction, IEnumerable<string> hashes) =>
        transaction.ExecuteRowsAsync(
            $"""
            DELETE FROM body WHERE hash IN (SELECT given.hash FROM {dialect.Rows("@rows", "hash text")})
              AND NOT EXISTS (SELECT 1 FROM post p WHERE p.body = body.hash)
              AND NOT EXISTS (SELECT 1 FROM digest d WHERE d.body = body.hash)
            """,
            hashes.Distinct().Order(StringComparer.Ordinal).Select(hash => new { hash }));
}

using System.Data.Common;

namespace DigestBot.Store;

/// <summary>A transaction that other slices pass from store to store, without a word of SQL.</summary>
internal sealed record StoreTransaction(DbConnection Connection, DbTransaction Transaction);

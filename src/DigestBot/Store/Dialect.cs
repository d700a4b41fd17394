using System.Data.Common;

namespace DigestBot.Store;

/// <summary>What differs between the two databases; everything else in this folder is written once.</summary>
internal abstract class Dialect
{
    /// <summary>The store's place as the operator knows it, without secrets.</summary>
    public abstract string Location { get; }

    /// <summary>Folder of the migration scripts, and the provider's name.</summary>
    public abstract string Name { get; }

    /// <summary>Key of an article in its index: FTS5 calls it rowid.</summary>
    public abstract string IndexKey { get; }

    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that will write, so that two writers wait for each other instead of failing.</summary>
    public abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Keeps other writers of the same <paramref name="name"/> out until the transaction ends.</summary>
    public abstract Task LockAsync(DbConnection connection, DbTransaction transaction, string name);

    /// <summary>Applies the missing migrations; safe when several processes start at once.</summary>
    public abstract Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>A condition that is true where <paramref name="column"/> is one of the ids in <paramref name="parameter"/>.</summary>
    public abstract string In(string column, string parameter);

    /// <summary>The value to bind for <see cref="In"/>.</summary>
    public abstract object Ids(IReadOnlyCollection<long> ids);

    /// <summary>A condition on article_index that is true where the bound expression matches.</summary>
    public abstract string Matches(string parameter);

    /// <summary>The expression that matches articles of one of the groups, without private ones of sources that are not the space's own.</summary>
    public abstract string Expression(IndexQuery query);

    /// <summary>What to bind as an article's index entry.</summary>
    public abstract string Entry(IEnumerable<string> tokens);

    public abstract string InsertEntry { get; }

    public abstract string DeleteEntry { get; }

    /// <summary>Follows a table to have it read through this index alone, where the planner would not see to it itself.</summary>
    public abstract string Through(string index);

    /// <summary>
    /// Precedes a query of a transaction that wants the first rows of an index in its order, where the planner would
    /// rather read and sort them all.
    /// </summary>
    public abstract string InOrder { get; }

    /// <summary>Ends a query whose rows this worker takes, so that others take different ones.</summary>
    public abstract string SkipTaken { get; }

    /// <summary>Ends a query whose rows stay as they are until the transaction ends; others wait for them.</summary>
    public abstract string LockRows { get; }

    /// <summary>
    /// A table called <c>given</c> of the objects of a bound JSON array, with columns as in <c>id bigint, key text</c>.
    /// Thousands of rows go in one statement, written the same for both databases.
    /// </summary>
    public abstract string Rows(string parameter, string columns);

    /// <summary>Runs <paramref name="work"/> while nobody else does so under the same <paramref name="name"/>, a short word of ours.</summary>
    public abstract Task ExclusivelyAsync(string name, Func<Task> work, CancellationToken cancellationToken);

    /// <summary>Adds to document frequencies, many at once.</summary>
    public abstract Task AddFrequenciesAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<TermFrequencyChange> changes);

    /// <summary>
    /// Keeps everybody else from the table until the transaction ends, once those who have read it are done; a statement of
    /// its own, or nothing where one writer at a time is the rule.
    /// </summary>
    public abstract string LockTable(string table);

    /// <summary>Wipes what deleted rows have left in the store's file.</summary>
    /// <returns>False where others are at it, so that remains may still be there.</returns>
    public abstract Task<bool> WipeAsync(CancellationToken cancellationToken);

    /// <summary>True where running the whole transaction again may succeed.</summary>
    public abstract bool MayRetry(Exception exception);
}

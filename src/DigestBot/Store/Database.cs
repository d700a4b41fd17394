using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Options;

namespace DigestBot.Store;

/// <summary>Opens connections, migrates before the first, and turns the database's failures into <see cref="StoreException"/>.</summary>
internal sealed class Database
{
    private const int MaxAttempts = 4;

    private readonly Lock _gate = new();
    private Task? _migration;

    /// <exception cref="StoreException">The connection string is not one for the provider.</exception>
    public Database(IOptions<StoreOptions> options) => Dialect = DialectOf(options.Value);

    public Dialect Dialect { get; }

    /// <summary>Runs <paramref name="work"/> on a connection of its own; for reads and single statements.</summary>
    public Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken) =>
        ExplainedAsync(() => OnConnectionAsync(work, cancellationToken));

    /// <summary>Runs <paramref name="work"/> in a transaction of its own; all of it happens or nothing does.</summary>
    /// <remarks>
    /// May run <paramref name="work"/> again after a deadlock, so it must not change anything but the database. When the
    /// connection is lost while committing, nobody knows whether it happened: that is an exception too, never a success.
    /// </remarks>
    public Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        ExplainedAsync(async () =>
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    return await OnConnectionAsync(connection => CommittedAsync(connection, work, cancellationToken), cancellationToken);
                }
                catch (Exception exception) when (attempt < MaxAttempts && Dialect.MayRetry(exception))
                {
                    continue;
                }
            }
        });

    public Task WriteAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            async (connection, transaction) =>
            {
                await work(connection, transaction);
                return true;
            },
            cancellationToken);

    /// <summary>Same, for work that goes through several stores.</summary>
    public Task<T> InTransactionAsync<T>(Func<StoreTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        WriteAsync((connection, transaction) => work(new StoreTransaction(connection, transaction)), cancellationToken);

    /// <summary>Runs <paramref name="work"/> while no other process of the cluster does so under the same name.</summary>
    public Task ExclusivelyAsync(string name, Func<Task> work, CancellationToken cancellationToken) =>
        ExplainedAsync(async () =>
        {
            await MigratedAsync().WaitAsync(cancellationToken);
            await Dialect.ExclusivelyAsync(name, work, cancellationToken);
            return true;
        });

    /// <inheritdoc cref="Dialect.WipeAsync"/>
    public Task<bool> WipeAsync(CancellationToken cancellationToken) => ExplainedAsync(() => Dialect.WipeAsync(cancellationToken));

    private static Dialect DialectOf(StoreOptions store)
    {
        try
        {
            return store.Provider switch
            {
                StoreProvider.Postgresql => new PostgresDialect(store.ConnectionString),
                _ => new SqliteDialect(
                    store.ConnectionString.Length > 0 ? store.ConnectionString : StoreLocation.ConnectionTo(StoreLocation.DefaultFile), store.BusyTimeout),
            };
        }
        catch (ArgumentException exception)
        {
            throw new StoreException($"Store:ConnectionString is not one for {store.Provider}: {exception.Message}", exception);
        }
    }

    private async Task<T> ExplainedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (StoreErrors.Explain(exception, Dialect.Location) is { } explained)
        {
            throw explained;
        }
    }

    private async Task<T> OnConnectionAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken);
        try
        {
            return await work(connection);
        }
        catch (InvalidOperationException broken) when (connection.State != ConnectionState.Open)
        {
            // A connection that breaks between two statements answers the second with "not open" or "disposed".
            throw StoreErrors.Lost(broken, Dialect.Location);
        }
    }

    private async Task<T> CommittedAsync<T>(
        DbConnection connection, Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await using DbTransaction transaction = await Dialect.BeginWriteAsync(connection, cancellationToken);
        T result = await work(connection, transaction);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await MigratedAsync().WaitAsync(cancellationToken);
        return await Dialect.OpenAsync(cancellationToken);
    }

    // One migration serves all callers; one that failed is tried again by the next.
    private Task MigratedAsync()
    {
        lock (_gate)
        {
            return _migration is null or { IsFaulted: true } or { IsCanceled: true }
                ? _migration = Task.Run(() => Dialect.MigrateAsync(CancellationToken.None))
                : _migration;
        }
    }
}

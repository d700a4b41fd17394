using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DigestBot.Store;

/// <summary>Turns a database's errors into one sentence for the operator. Anything else is a bug and passes through.</summary>
internal static class StoreErrors
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    public static StoreException? Explain(Exception exception, string location) => exception switch
    {
        SqliteException sqlite => Explain(sqlite, location),
        PostgresException postgres => new(
            $"PostgreSQL refused the work ({postgres.SqlState}: {postgres.MessageText}); check the server and Store:ConnectionString.",
            postgres),
        NpgsqlException npgsql => Lost(npgsql, location),
        ObjectDisposedException { Source: "Npgsql" } disposed => Lost(disposed, location),
        SocketException or TimeoutException => Lost(exception, location),
        EndOfStreamException ended => Lost(ended, location),
        UnauthorizedAccessException denied => new($"No permission for the store at {location}; choose another place with --data.", denied),
        IOException disk => new($"The store at {location} cannot be opened: {disk.Message}", disk),
        _ => null,
    };

    /// <summary>The connection broke: of a transaction that was being committed nobody knows what became.</summary>
    public static StoreException Lost(Exception exception, string location) => new(
        $"The store at {location} cannot be reached ({Reason(exception)}); check the server and Store:ConnectionString.", exception);

    private static StoreException? Explain(SqliteException exception, string location)
    {
        string? sentence = exception.SqliteErrorCode switch
        {
            Busy or Locked => $"The store at {location} is locked by another process; try again when that has finished.",
            ReadOnly => $"The store at {location} is read-only; change its permissions or choose another place with --data.",
            InputOutput => $"The store at {location} could not be read or written (disk error or disk full); check the disk and try again.",
            Corrupt => $"The store at {location} is damaged; restore it from a backup, or move it away and ingest again.",
            Full => $"The disk is full: {location} cannot grow. What was stored before is intact; free some space and run the same command again.",
            CannotOpen => $"The store at {location} cannot be opened; check that the folder exists and may be written.",
            NotADatabase => $"{location} is not a DigestBot store; choose another place with --data.",
            _ => null,
        };
        return sentence is null ? null : new StoreException(sentence, exception);
    }

    private static string Reason(Exception exception) =>
        exception.InnerException is SocketException socket ? socket.Message : exception.Message;
}

using System.Data.Common;
using Dapper;
using Npgsql;

namespace DigestBot.Store;

/// <summary>The shared store of many machines, full text through tsvector.</summary>
internal sealed class PostgresDialect(string connectionString) : Dialect
{
    // Locks of two numbers never meet those of one, which the migration and LockAsync take.
    private const int LockSpace = 0x4469_6765;
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(5);

    private readonly NpgsqlConnectionStringBuilder _connection = Parse(connectionString);

    public override string Location => $"{_connection.Host}/{_connection.Database}";

    public override string Name => "Postgres";

    public override string IndexKey => "article_id";

    public override string InsertEntry => "INSERT INTO article_index (article_id, terms) VALUES (@id, CAST(@terms AS tsvector))";

    public override string DeleteEntry => "DELETE FROM article_index WHERE article_id = @id";

    public override string Through(string index) => "";

    // A queue that was just filled has no statistics yet, and is taken for a handful of rows.
    public override string InOrder => "SET LOCAL enable_sort = off; ";

    // Not FOR UPDATE: rows that merely refer to one of these may still be written by others.
    public override string SkipTaken => "FOR NO KEY UPDATE SKIP LOCKED";

    public override string LockRows => "FOR NO KEY UPDATE";

    public override string Rows(string parameter, string columns) => $"json_to_recordset(CAST({parameter} AS json)) AS given({columns})";

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public override async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(cancellationToken);

    public override Task LockAsync(DbConnection connection, DbTransaction transaction, string name) =>
        connection.ExecuteAsync("SELECT pg_advisory_xact_lock(hashtext(@name))", new { name }, transaction);

    public override Task MigrateAsync(CancellationToken cancellationToken) =>
        PostgresMigration.RunAsync(connectionString, cancellationToken);

    // The lock goes with the connection, whatever happens to this process; so the connection is not one of the pool.
    public override async Task ExclusivelyAsync(string name, Func<Task> work, CancellationToken cancellationToken)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_lock(@space, hashtext(@name))",
            new { space = LockSpace, name },
            commandTimeout: (int)LockPatience.TotalSeconds,
            cancellationToken: cancellationToken));
        await work();
    }

    public override string In(string column, string parameter) => $"{column} = ANY({parameter})";

    public override object Ids(IReadOnlyCollection<long> ids) => ids.ToArray();

    public override string Matches(string parameter) => $"terms @@ CAST({parameter} AS tsquery)";

    public override string Expression(IndexQuery query)
    {
        string terms = string.Join(" | ", query.AnyOf.Select(group => $"({string.Join(" & ", group.Select(Term))})"));
        string language = query.Language is { } code ? Quoted(LanguageToken.Of(code)) : "";
        string wanted = string.Join(" & ", ((string[])[terms.Length > 0 ? $"({terms})" : "", language]).Where(part => part.Length > 0));
        string hidden = query.Own.Count == 0
            ? Quoted(ScopeToken.Private)
            : $"({Quoted(ScopeToken.Private)} & !({string.Join(" | ", query.Own.Select(Quoted))}))";
        return $"({wanted}) & !{hidden}";
    }

    public override string Entry(IEnumerable<string> tokens) => string.Join(' ', tokens.Select(Quoted));

    public override Task AddFrequenciesAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<TermFrequencyChange> changes) =>
        connection.ExecuteAsync(
            """
            INSERT INTO term_frequency (analyzer_version, scope, term, articles)
            SELECT * FROM unnest(@versions, @scopes, @terms, @articles)
            ON CONFLICT (analyzer_version, scope, term) DO UPDATE SET articles = term_frequency.articles + excluded.articles
            """,
            new
            {
                versions = changes.Select(change => change.AnalyzerVersion).ToArray(),
                scopes = changes.Select(change => change.Scope).ToArray(),
                terms = changes.Select(change => change.Term).ToArray(),
                articles = changes.Select(change => change.Articles).ToArray(),
            },
            transaction);

    public override string LockTable(string table) => $"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE; ";

    // The server's own business: its vacuum makes room of deleted rows.
    public override Task<bool> WipeAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public override bool MayRetry(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    private static NpgsqlConnectionStringBuilder Parse(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) is { Host.Length: > 0 } parsed
            ? parsed
            : throw new ArgumentException("It has to name a server, such as Host=db.example;Database=digestbot;Username=digestbot.");

    // Tokens hold letters, digits and underscores only, so that quoting them is enough.
    private static string Term(IReadOnlyList<string> forms) =>
        forms.Count == 1 ? Quoted(forms[0]) : $"({string.Join(" | ", forms.Select(Quoted))})";

    private static string Quoted(string token) => $"'{token}'";
}

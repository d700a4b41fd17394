using System.Data.Common;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DigestBot.Store;

/// <summary>One file, one writer at a time, full text through FTS5.</summary>
internal sealed class SqliteDialect : Dialect
{
    private const int Busy = 5;
    private const int Locked = 6;

    private readonly string _connectionString;
    private readonly string _file;

    public SqliteDialect(string connectionString, TimeSpan busyTimeout)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true };
        builder.DefaultTimeout = Math.Max(1, (int)Math.Ceiling(busyTimeout.TotalSeconds));
        if (builder.Mode == SqliteOpenMode.Memory || builder.DataSource is "" or ":memory:")
        {
            throw new ArgumentException("It has to name a file, such as Data Source=/var/lib/digestbot/digestbot.db.");
        }

        _file = builder.DataSource;
        _connectionString = builder.ToString();
    }

    public override string Location => _file;

    public override string Name => "Sqlite";

    public override string IndexKey => "rowid";

    public override string InsertEntry => "INSERT INTO article_index (rowid, terms) VALUES (@id, @terms)";

    public override string DeleteEntry => "DELETE FROM article_index WHERE rowid = @id";

    // By itself it looks a row up by its id, though all that is asked for stands in the index.
    public override string Through(string index) => $"INDEXED BY {index}";

    public override string InOrder => "";

    // One writer at a time: nobody else can be taking rows.
    public override string SkipTaken => "";

    public override string LockRows => "";

    public override string Rows(string parameter, string columns)
    {
        IEnumerable<string> names = columns.Split(',').Select(column => column.Trim().Split(' ')[0]);
        return $"(SELECT {string.Join(", ", names.Select(name => $"value ->> '$.{name}' AS {name}"))} FROM json_each({parameter})) AS given";
    }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY");
        return connection;
    }

    // Immediate: a transaction that first reads and then writes would fail, not wait, when another writer came between.
    public override Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override Task LockAsync(DbConnection connection, DbTransaction transaction, string name) => Task.CompletedTask;

    public override Task MigrateAsync(CancellationToken cancellationToken) =>
        SqliteMigration.RunAsync(_connectionString, _file, cancellationToken);

    public override async Task ExclusivelyAsync(string name, Func<Task> work, CancellationToken cancellationToken)
    {
        await using FileStream alone = await LockFile.TakeAsync($"{_file}.{name}.lock", cancellationToken);
        await work();
    }

    public override string In(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    // Invariant, because minus signs are not the same everywhere.
    public override object Ids(IReadOnlyCollection<long> ids) =>
        $"[{string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}]";

    public override string Matches(string parameter) => $"article_index MATCH {parameter}";

    public override string Expression(IndexQuery query)
    {
        string terms = string.Join(" OR ", query.AnyOf.Select(group => $"({string.Join(" AND ", group.Select(Term))})"));
        string language = query.Language is { } code ? Quoted(LanguageToken.Of(code)) : "";
        string wanted = string.Join(" AND ", ((string[])[terms.Length > 0 ? $"({terms})" : "", language]).Where(part => part.Length > 0));
        string hidden = query.Own.Count == 0
            ? Quoted(ScopeToken.Private)
            : $"({Quoted(ScopeToken.Private)} NOT ({string.Join(" OR ", query.Own.Select(Quoted))}))";
        return $"({wanted}) NOT {hidden}";
    }

    public override string Entry(IEnumerable<string> tokens) => string.Join(' ', tokens);

    public override async Task AddFrequenciesAsync(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<TermFrequencyChange> changes)
    {
        await using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO term_frequency (analyzer_version, scope, term, articles) VALUES (@version, @scope, @term, @articles)
            ON CONFLICT (analyzer_version, scope, term) DO UPDATE SET articles = articles + excluded.articles
            """;
        DbParameter version = command.AddParameter("@version");
        DbParameter scope = command.AddParameter("@scope");
        DbParameter term = command.AddParameter("@term");
        DbParameter articles = command.AddParameter("@articles");
        foreach (TermFrequencyChange change in changes)
        {
            version.Value = change.AnalyzerVersion;
            scope.Value = change.Scope;
            term.Value = change.Term;
            articles.Value = change.Articles;
            await command.ExecuteNonQueryAsync();
        }
    }

    public override string LockTable(string table) => "";

    // Deleted rows leave their bytes in free pages, in pages that were split, and in the log: only a new file has none.
    public override async Task<bool> WipeAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await OpenAsync(cancellationToken);
        try
        {
            await connection.ExecuteAsync(new CommandDefinition("VACUUM", commandTimeout: 0, cancellationToken: cancellationToken));
            return await connection.ExecuteScalarAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            return false;
        }
    }

    public override bool MayRetry(Exception exception) => false;

    // Tokens hold letters, digits and underscores only, so that quoting them is enough.
    private static string Term(IReadOnlyList<string> forms) =>
        forms.Count == 1 ? Quoted(forms[0]) : $"({string.Join(" OR ", forms.Select(Quoted))})";

    private static string Quoted(string token) => $"\"{token}\"";
}

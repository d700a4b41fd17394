using System.Data.Common;
using System.Runtime.InteropServices;
using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>Changes to the full-text index within one transaction: entries, term vectors and document frequencies together.</summary>
/// <remarks>
/// Articles are to be added in the order of their ids: FTS5 flushes a segment to disk whenever a smaller id follows a
/// larger one. Nothing is counted before <see cref="CompleteAsync"/>.
/// </remarks>
internal sealed class IndexBatch : IAsyncDisposable
{
    private readonly Dialect _dialect;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly DbCommand _insertEntry;
    private readonly DbCommand _deleteEntry;
    private readonly DbCommand _insertVector;
    private readonly DbCommand _deleteVector;
    private readonly Dictionary<(long Scope, long Term), long> _frequencies = [];

    public IndexBatch(Dialect dialect, DbConnection connection, DbTransaction transaction)
    {
        _dialect = dialect;
        _connection = connection;
        _transaction = transaction;
        _insertEntry = connection.Command(transaction, dialect.InsertEntry, "@id", "@terms");
        _deleteEntry = connection.Command(transaction, dialect.DeleteEntry, "@id");
        _insertVector = connection.Command(
            transaction,
            "INSERT INTO article_terms (article_id, analyzer_version, vector) VALUES (@id, @version, @vector)",
            "@id", "@version", "@vector");
        _deleteVector = connection.Command(transaction, "DELETE FROM article_terms WHERE article_id = @id", "@id");
    }

    public async Task AddAsync(long articleId, IndexScope scope, IndexedText text)
    {
        _insertEntry.Parameters[0].Value = articleId;
        _insertEntry.Parameters[1].Value = _dialect.Entry([.. scope.Tokens, .. text.Tokens]);
        await _insertEntry.ExecuteNonQueryAsync();

        _insertVector.Parameters[0].Value = articleId;
        _insertVector.Parameters[1].Value = (long)TextAnalyzer.Version;
        _insertVector.Parameters[2].Value = text.Analyzed.Vector.ToBytes();
        await _insertVector.ExecuteNonQueryAsync();

        Count(scope.Frequencies, text.Analyzed, 1);
    }

    /// <summary>Takes out an article that was indexed by this version of the analyzer.</summary>
    public async Task RemoveAsync(long articleId, IndexScope scope, IndexedText text)
    {
        await RemoveEntryAsync(articleId);
        Count(scope.Frequencies, text.Analyzed, -1);
    }

    /// <summary>Takes out an article without touching the counts, for one that an older analyzer indexed.</summary>
    public async Task RemoveEntryAsync(long articleId)
    {
        _deleteEntry.Parameters[0].Value = articleId;
        await _deleteEntry.ExecuteNonQueryAsync();
        _deleteVector.Parameters[0].Value = articleId;
        await _deleteVector.ExecuteNonQueryAsync();
    }

    /// <summary>Writes the frequencies, sorted so that two writers take their row locks in the same order.</summary>
    public async Task CompleteAsync()
    {
        TermFrequencyChange[] changes = [.. _frequencies
            .Where(change => change.Value != 0)
            .Select(change => new TermFrequencyChange(TextAnalyzer.Version, change.Key.Scope, change.Key.Term, change.Value))
            .OrderBy(change => change.Scope)
            .ThenBy(change => change.Term)];
        if (changes.Length > 0)
        {
            await _dialect.AddFrequenciesAsync(_connection, _transaction, changes);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _insertEntry.DisposeAsync();
        await _deleteEntry.DisposeAsync();
        await _insertVector.DisposeAsync();
        await _deleteVector.DisposeAsync();
    }

    private void Count(long scope, AnalyzedText analyzed, int by)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_frequencies, (scope, TermFrequencyChange.AllArticles), out _) += by;
        foreach (uint hash in analyzed.Vector.Hashes)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_frequencies, (scope, hash), out _) += by;
        }
    }
}

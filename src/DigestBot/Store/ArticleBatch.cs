using System.Buffers.Binary;
using System.Data.Common;
using System.Runtime.InteropServices;
using Dapper;
using DigestBot.News;
using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>The articles of one transaction, with statements prepared once.</summary>
internal sealed class ArticleBatch : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly IndexBatch _index;
    private readonly ArticleTwins _twins;
    private readonly DbCommand _find;
    private readonly DbCommand _insert;
    private readonly DbCommand _forgotten;
    private readonly Dictionary<long, int> _added = [];
    private readonly Dictionary<long, long> _sites = []; // of each source; 0 for several
    private readonly Dictionary<long, bool> _shared = [];

    public ArticleBatch(Dialect dialect, DbConnection connection, DbTransaction transaction, IReadOnlyList<NewArticle> articles)
    {
        _connection = connection;
        _transaction = transaction;
        _index = new IndexBatch(dialect, connection, transaction);
        _twins = new ArticleTwins(connection, transaction, articles);
        _find = connection.Command(
            transaction,
            "SELECT id, content_hash, paywalled FROM article WHERE source_id = @source AND identity = @identity", "@source", "@identity");
        _forgotten = connection.Command(transaction, ForgottenKey.Find, "@address", "@item");
        _insert = connection.Command(
            transaction,
            """
            INSERT INTO article (id, source_id, identity, content_hash, story_id, published, seen, effective, url, title, byline, language, text,
              url_key, title_key, modified, paywalled)
            VALUES (@id, @source, @identity, @hash, @story, @published, @seen, @effective, @url, @title, @byline, @language, @text,
              @urlKey, @titleKey, @modified, @paywalled)
            ON CONFLICT DO NOTHING
            """,
            "@id", "@source", "@identity", "@hash", "@story", "@published", "@seen", "@effective", "@url", "@title", "@byline", "@language", "@text",
            "@urlKey", "@titleKey", "@modified", "@paywalled");
    }

    public async Task<WriteCounts> WriteAsync(NewArticle article)
    {
        KnownArticle? known = await FindAsync(article);
        if (known is { } other && other.ContentHash != article.ContentHash && await _twins.IsAnotherAsync(other.Id, article))
        {
            // The id says nothing: what is stored under it is another article.
            return await WriteAsync(article with { Identity = article.IdentityWithoutGuid!, IdentityWithoutGuid = null });
        }

        if (known is { } same && same.ContentHash == article.ContentHash)
        {
            await MarkAsync(same, article);
            return new WriteCounts(0, 0, 1);
        }

        if (await IsForgottenAsync(article))
        {
            return new WriteCounts(0, 0, 1) { Forgotten = 1 };
        }

        if (known is null)
        {
            return await _twins.FindAsync(article) is { } twin ? await WriteTwinAsync(twin, article) : await AddAsync(article);
        }

        await ReplaceAsync(known.Value.Id, article);
        return new WriteCounts(0, 1, 0);
    }

    public async Task CompleteAsync()
    {
        await _index.CompleteAsync();
        foreach ((long sourceId, int count) in _added.OrderBy(added => added.Key))
        {
            await _connection.ExecuteAsync(
                "UPDATE source SET articles = articles + @count WHERE id = @sourceId", new { sourceId, count }, _transaction);
        }

        foreach ((long sourceId, long site) in _sites.OrderBy(known => known.Key))
        {
            await _connection.ExecuteAsync(
                """
                UPDATE source SET site = CASE WHEN site IS NULL THEN @site ELSE 0 END
                WHERE id = @sourceId AND (site IS NULL OR (site <> 0 AND site <> @site))
                """,
                new { sourceId, site },
                _transaction);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _index.DisposeAsync();
        await _twins.DisposeAsync();
        await _find.DisposeAsync();
        await _forgotten.DisposeAsync();
        await _insert.DisposeAsync();
    }

    private async Task<WriteCounts> WriteTwinAsync(Twin twin, NewArticle article)
    {
        _twins.Note(article.SourceId, twin.Id);
        if (!twin.MayChange || twin.ContentHash == article.ContentHash)
        {
            return new WriteCounts(0, 0, 1);
        }

        await ReplaceAsync(twin.Id, article);
        return new WriteCounts(0, 1, 0);
    }

    private async Task<WriteCounts> AddAsync(NewArticle article)
    {
        bool shared = await IsSharedAsync(article.SourceId);
        long id = ArticleId.Create(article.Effective, BinaryPrimitives.ReadInt64LittleEndian(article.Identity));
        while (!await InsertAsync(id, article, shared))
        {
            // Either another writer stored this very article meanwhile, or another article of this second has the id.
            if (await FindAsync(article) is not null)
            {
                return new WriteCounts(0, 0, 1);
            }

            id = ArticleId.Next(id);
        }

        await _index.AddAsync(id, new IndexScope(article.SourceId, shared), IndexedText.Analyze(article.Title, article.Text, article.Language));
        _twins.Note(article.SourceId, id);
        CollectionsMarshal.GetValueRefOrAddDefault(_added, article.SourceId, out _)++;
        if (PublisherFamily.NumberOf(article.Url) is { } site)
        {
            ref long known = ref CollectionsMarshal.GetValueRefOrAddDefault(_sites, article.SourceId, out bool isThere);
            known = isThere && known != site ? 0 : site;
        }

        return new WriteCounts(1, 0, 0);
    }

    private async Task ReplaceAsync(long id, NewArticle article)
    {
        var earlier = await _connection.QuerySingleAsync<EarlierText>(
            """
            SELECT a.title, a.text, a.language, COALESCE(t.analyzer_version, -1) AS AnalyzerVersion
            FROM article a LEFT JOIN article_terms t ON t.article_id = a.id WHERE a.id = @id
            """,
            new { id },
            _transaction);
        await _connection.ExecuteAsync(
            """
            INSERT INTO article_version (article_id, version, title, text, replaced_at)
            SELECT @id, count(*) + 1, @title, @text, @now FROM article_version WHERE article_id = @id
            """,
            new { id, title = earlier.Title, text = earlier.Text, now = article.Seen.ToStore() },
            _transaction);
        await UpdateAsync(id, article);

        var scope = new IndexScope(article.SourceId, await IsSharedAsync(article.SourceId));
        if (earlier.AnalyzerVersion == TextAnalyzer.Version)
        {
            await _index.RemoveAsync(id, scope, IndexedText.Analyze(earlier.Title, earlier.Text, earlier.Language));
        }
        else
        {
            await _index.RemoveEntryAsync(id);
        }

        await _index.AddAsync(id, scope, IndexedText.Analyze(article.Title, article.Text, article.Language));
    }

    private Task<int> UpdateAsync(long id, NewArticle article) => _connection.ExecuteAsync(
        """
        UPDATE article SET content_hash = @hash, url = @url, title = @title, byline = @byline, language = @language, text = @text,
          url_key = @urlKey, title_key = @titleKey,
          modified = @modified, paywalled = @paywalled
        WHERE id = @id
        """,
        new
        {
            id,
            hash = article.ContentHash,
            url = article.Url,
            title = article.Title,
            byline = article.Byline,
            language = article.Language,
            text = article.Text,
            urlKey = article.UrlKey,
            titleKey = article.TitleKey,
            modified = article.Modified.ToStore(),
            paywalled = article.IsPaywalled ? 1L : 0L,
        },
        _transaction);

    // The mark is of the page, so what its publisher said last counts. The date is of the text, and stays with it: many feeds write a new one
    // at every poll, and each would cost a row.
    private async Task MarkAsync(KnownArticle known, NewArticle article)
    {
        if (known.IsPaywalled != article.IsPaywalled)
        {
            await _connection.ExecuteAsync(
                "UPDATE article SET paywalled = @paywalled WHERE id = @id",
                new { id = known.Id, paywalled = article.IsPaywalled ? 1L : 0L },
                _transaction);
        }
    }

    private async Task<KnownArticle?> FindAsync(NewArticle article)
    {
        _find.Parameters[0].Value = article.SourceId;
        _find.Parameters[1].Value = article.Identity;
        await using DbDataReader reader = await _find.ExecuteReaderAsync();
        return await reader.ReadAsync() ? new KnownArticle(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2) != 0) : null;
    }

    private async Task<bool> IsForgottenAsync(NewArticle article)
    {
        _forgotten.Parameters[0].Value = ForgottenKey.OfAddress(article.Url);
        _forgotten.Parameters[1].Value = ForgottenKey.OfItem(article.Identity);
        return await _forgotten.ExecuteScalarAsync() is not 0L;
    }

    private async Task<bool> InsertAsync(long id, NewArticle article, bool shared)
    {
        // Null waits for the grouper; 0 says that stored stories do not know it.
        object?[] values =
        [
            id, article.SourceId, article.Identity, article.ContentHash, shared ? null : 0L, article.Published.ToStore(),
            article.Seen.ToStore(), article.Effective.ToStore(), article.Url, article.Title, article.Byline, article.Language, article.Text,
            article.UrlKey, article.TitleKey, article.Modified.ToStore(), article.IsPaywalled ? 1L : 0L,
        ];
        for (int i = 0; i < values.Length; i++)
        {
            _insert.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return await _insert.ExecuteNonQueryAsync() == 1;
    }

    private async Task<bool> IsSharedAsync(long sourceId)
    {
        if (!_shared.TryGetValue(sourceId, out bool shared))
        {
            shared = await _connection.ExecuteScalarAsync<long>(
                "SELECT shared FROM source WHERE id = @sourceId", new { sourceId }, _transaction) != 0;
            _shared.Add(sourceId, shared);
        }

        return shared;
    }

    private readonly record struct KnownArticle(long Id, long ContentHash, bool IsPaywalled);

    private sealed record EarlierText(string Title, string Text, string? Language, long AnalyzerVersion);
}

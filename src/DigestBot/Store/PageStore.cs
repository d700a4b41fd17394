using System.Data.Common;
using Dapper;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>The pages of sitemaps and feeds that were asked for, each for as long as these may still call it new.</summary>
internal sealed class PageStore(Database database) : IPageMemory
{
    /// <summary>Longer than any entry of a sitemap may be taken for new (Ingest:SitemapMaxAge); what has no date is asked for again then.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public async Task<IReadOnlyDictionary<long, DateTimeOffset>> TriedAsync(Source source, CancellationToken cancellationToken) => await database.ReadAsync(
        async connection => (await connection.QueryAsync<(long Page, long TriedAt)>(
            "SELECT page, tried_at FROM sitemap_page WHERE source_id = @source", new { source = source.Id }))
            .ToDictionary(row => row.Page, row => Instant.FromStore(row.TriedAt)),
        cancellationToken);

    /// <summary>In the transaction that stores what was found on them.</summary>
    public static async Task AddAsync(
        DbConnection connection, DbTransaction transaction, long source, IReadOnlyList<long> pages, DateTimeOffset now)
    {
        if (pages.Count == 0)
        {
            return;
        }

        await connection.ExecuteAsync(
            "DELETE FROM sitemap_page WHERE tried_at < @until", new { until = (now - Kept).ToStore() }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO sitemap_page (source_id, page, tried_at) VALUES (@source, @page, @now) ON CONFLICT (source_id, page) DO UPDATE SET tried_at = excluded.tried_at",
            pages.Select(page => new { source, page, now = now.ToStore() }),
            transaction);
    }
}

using System.Data.Common;
using Dapper;
using DigestBot.Summaries;

namespace DigestBot.Tests.Infrastructure;

/// <summary>Counts a store over again: rows, index, term vectors, frequencies and the counters must agree.</summary>
internal static class StoreAudit
{
    private const long AllArticles = -1;

    /// <summary>What does not agree; empty for a sound store.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(DbConnection connection) =>
    [
        .. await CountsAsync(connection),
        .. await CountersAsync(connection),
        .. await FrequenciesAsync(connection),
    ];

    public static async Task IsSoundAsync(DbConnection connection) => Findings.None(await FindingsAsync(connection));

    private static async Task<IEnumerable<string>> CountsAsync(DbConnection connection)
    {
        long articles = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM article");
        var findings = new List<string>();
        foreach (string table in (string[])["article_index", "article_terms"])
        {
            long rows = await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}");
            if (rows != articles)
            {
                findings.Add($"{table} has {rows} rows for {articles} articles");
            }
        }

        return findings;
    }

    private static async Task<IEnumerable<string>> CountersAsync(DbConnection connection) =>
        from row in await connection.QueryAsync<(string Name, long Counted, long Rows)>(
            "SELECT s.name, s.articles, (SELECT count(*) FROM article a WHERE a.source_id = s.id) FROM source s")
        where row.Counted != row.Rows
        select $"{row.Name} says {row.Counted} articles and has {row.Rows}";

    private static async Task<IEnumerable<string>> FrequenciesAsync(DbConnection connection)
    {
        var counted = new Dictionary<(long Version, long Scope, long Term), long>();
        foreach ((long version, long source, long shared, byte[] vector) in await connection.QueryAsync<(long, long, long, byte[])>(
            """
            SELECT t.analyzer_version, s.id, s.shared, t.vector
            FROM article_terms t JOIN article a ON a.id = t.article_id JOIN source s ON s.id = a.source_id
            """))
        {
            foreach (long term in TermVector.FromBytes(vector).Hashes.ToArray().Select(hash => (long)hash).Append(AllArticles))
            {
                (long, long, long) key = (version, shared == 1 ? 0 : source, term);
                counted[key] = counted.GetValueOrDefault(key) + 1;
            }
        }

        var stored = (await connection.QueryAsync<(long Version, long Scope, long Term, long Articles)>(
                "SELECT analyzer_version, scope, term, articles FROM term_frequency WHERE articles <> 0"))
            .ToDictionary(row => (row.Version, row.Scope, row.Term), row => row.Articles);
        int wrong = counted.Count(pair => stored.GetValueOrDefault(pair.Key) != pair.Value) + stored.Keys.Count(key => !counted.ContainsKey(key));
        return wrong == 0 ? [] : [$"{wrong} document frequencies are wrong"];
    }
}

using Dapper;
using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>In how many articles a term stands, as one space may see them.</summary>
internal sealed class TermFrequencyStore(Database database, SourceStore sources)
{
    // After an upgrade the words of articles that wait for reindex are counted under an earlier version. Until reindex
    // has ended some are counted twice, which moves weights a little; not counted at all, they would not be found.
    private static readonly long[] Versions = [.. Enumerable.Range(0, TextAnalyzer.Version + 1).Select(version => (long)version)];

    private readonly Dialect _dialect = database.Dialect;

    public async Task<TermFrequencies> ReadAsync(
        Space space, IReadOnlyCollection<QueryTerm> terms, CancellationToken cancellationToken)
    {
        long[] scopes = [IndexScope.SharedFrequencies, .. await sources.OwnAsync(space, cancellationToken)];
        long[] hashes = [.. terms.SelectMany(term => term.Forms).Select(form => (long)TermVector.HashOf(form)).Distinct(), TermFrequencyChange.AllArticles];
        IEnumerable<TermRow> rows = await database.ReadAsync(
            connection => connection.QueryAsync<TermRow>(
                $"""
                SELECT term AS Term, CAST(sum(articles) AS bigint) AS Articles FROM term_frequency
                WHERE {_dialect.In("analyzer_version", "@versions")} AND {_dialect.In("scope", "@scopes")} AND {_dialect.In("term", "@terms")}
                GROUP BY term
                """,
                new
                {
                    versions = _dialect.Ids(Versions),
                    scopes = _dialect.Ids(scopes),
                    terms = _dialect.Ids(hashes),
                }),
            cancellationToken);
        Dictionary<long, long> counts = rows.ToDictionary(row => row.Term, row => row.Articles);
        QueryTerm[] distinct = [.. terms.DistinctBy(term => term.Stem)];
        long Count(string form) => counts.GetValueOrDefault(TermVector.HashOf(form));
        return new TermFrequencies(
            counts.GetValueOrDefault(TermFrequencyChange.AllArticles),
            distinct.ToDictionary(term => term.Stem, term => term.Forms.Sum(Count), StringComparer.Ordinal))
        {
            Present = distinct.ToDictionary(
                term => term.Stem, IReadOnlyList<string> (term) => [.. term.Forms.Where(form => Count(form) > 0)], StringComparer.Ordinal),
        };
    }

    // Properties, not a constructor: where SQLite finds no row it does not tell the type of a sum, and no constructor fits.
    private sealed record TermRow
    {
        public long Term { get; init; }

        public long Articles { get; init; }
    }
}

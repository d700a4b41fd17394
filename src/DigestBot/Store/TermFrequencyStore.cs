using Dapper;
using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>In how many articles a term stands, as one space may see them.</summary>
internal sealed class TermFrequencyStore(Database database, SourceStore sources)
{
    private readonly Dialect _dialect = database.Dialect;

    public async Task<TermFrequencies> ReadAsync(
        Space space, IReadOnlyCollection<string> terms, CancellationToken cancellationToken)
    {
        long[] scopes = [IndexScope.SharedFrequencies, .. await sources.OwnAsync(space, cancellationToken)];
        long[] hashes = [.. terms.Select(term => (long)TermVector.HashOf(term)), TermFrequencyChange.AllArticles];
        IEnumerable<TermRow> rows = await database.ReadAsync(
            connection => connection.QueryAsync<TermRow>(
                $"""
                SELECT term AS Term, CAST(sum(articles) AS bigint) AS Articles FROM term_frequency
                WHERE analyzer_version = @version AND {_dialect.In("scope", "@scopes")} AND {_dialect.In("term", "@terms")}
                GROUP BY term
                """,
                new
                {
                    version = (long)TextAnalyzer.Version,
                    scopes = _dialect.Ids(scopes),
                    terms = _dialect.Ids(hashes),
                }),
            cancellationToken);
        Dictionary<long, long> counts = rows.ToDictionary(row => row.Term, row => row.Articles);
        return new TermFrequencies(
            counts.GetValueOrDefault(TermFrequencyChange.AllArticles),
            terms.Distinct(StringComparer.Ordinal).ToDictionary(
                term => term, term => counts.GetValueOrDefault(TermVector.HashOf(term)), StringComparer.Ordinal));
    }

    private sealed record TermRow(long Term, long Articles);
}

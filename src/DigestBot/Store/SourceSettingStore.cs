using Dapper;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>What spaces have set for sources that they see. Others' digests stay as they are, but for what the terminal sets for what all share.</summary>
internal sealed class SourceSettingStore(Database database, TimeProvider clock)
{
    /// <summary>The tier that holds of a source aliased s in the space that <c>@space</c> is bound to: its own word, or else the terminal's of what all share.</summary>
    public const string Tier = $"""
        COALESCE(
          (SELECT own.tier FROM source_setting own WHERE own.space_id = @space AND own.source_id = s.id),
          CASE WHEN s.shared = 1 THEN (SELECT t.tier FROM source_setting t JOIN space ts ON ts.id = t.space_id
            WHERE ts.key = '{Space.LocalKey}' AND t.source_id = s.id) END)
        """;

    /// <summary>Same, how many words of one article may be quoted.</summary>
    public const string QuoteWords = $"""
        COALESCE(
          (SELECT own.quote_words FROM source_setting own WHERE own.space_id = @space AND own.source_id = s.id),
          CASE WHEN s.shared = 1 THEN (SELECT t.quote_words FROM source_setting t JOIN space ts ON ts.id = t.space_id
            WHERE ts.key = '{Space.LocalKey}' AND t.source_id = s.id) END)
        """;

    /// <summary>Sets what is given, of a source that the space sees; the rest stays as it was.</summary>
    public Task SetAsync(Space space, Source source, SourceSetting setting, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            $"""
            INSERT INTO source_setting (space_id, source_id, tier, quote_words, set_at)
            SELECT @space, s.id, @tier, @words, @now FROM source s WHERE s.id = @source AND {Visibility.Listed("s")}
            ON CONFLICT (space_id, source_id) DO UPDATE SET tier = COALESCE(excluded.tier, source_setting.tier),
              quote_words = COALESCE(excluded.quote_words, source_setting.quote_words), set_at = excluded.set_at
            """,
            new
            {
                space = space.Id,
                source = source.Id,
                tier = setting.Tier?.ToString(),
                words = (long?)setting.QuoteWords,
                now = clock.GetUtcNow().ToStore(),
            },
            transaction),
        cancellationToken);

    /// <summary>By space, the sources that hold another tier there than the usual.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyDictionary<long, SourceTier>>> TiersAsync(
        IReadOnlyCollection<long> spaces, CancellationToken cancellationToken)
    {
        IEnumerable<TierRow> rows = await database.ReadAsync(
            connection => connection.QueryAsync<TierRow>(
                $"""
                SELECT t.space_id AS SpaceId, t.source_id AS SourceId, t.tier AS Tier,
                  CASE WHEN s.shared = 1 AND ts.key = '{Space.LocalKey}' THEN 1 ELSE 0 END AS ForAll
                FROM source_setting t JOIN source s ON s.id = t.source_id JOIN space ts ON ts.id = t.space_id
                WHERE t.tier IS NOT NULL AND ((s.shared = 1 AND ts.key = '{Space.LocalKey}') OR {database.Dialect.In("t.space_id", "@spaces")})
                """,
                new { spaces = database.Dialect.Ids(spaces) }),
            cancellationToken);
        TierRow[] said = [.. rows];
        ILookup<long, TierRow> own = said.ToLookup(row => row.SpaceId);
        return spaces.Distinct().ToDictionary(
            space => space, space => (IReadOnlyDictionary<long, SourceTier>)Merged(said.Where(row => row.ForAll == 1).Concat(own[space])));
    }

    // What comes later holds.
    private static Dictionary<long, SourceTier> Merged(IEnumerable<TierRow> rows) => rows
        .GroupBy(row => row.SourceId, row => Enum.Parse<SourceTier>(row.Tier))
        .Where(source => source.Last() != SourceTier.Usual)
        .ToDictionary(source => source.Key, source => source.Last());

    private sealed record TierRow
    {
        public long SpaceId { get; init; }

        public long SourceId { get; init; }

        public string Tier { get; init; } = "";

        public long ForAll { get; init; }
    }
}

using Dapper;
using DigestBot.Chat;
using Microsoft.Extensions.Options;

namespace DigestBot.Store;

/// <summary>The topics that spaces have defined, each for itself.</summary>
internal sealed class TopicStore(Database database, TimeProvider clock, IOptions<LimitOptions> limits)
{
    private const string Select = "SELECT name AS Name, include AS Include, exclude AS Exclude FROM topic";

    /// <summary>How many a space may have; the terminal's may have any number.</summary>
    public int Limit => limits.Value.TopicsPerSpace;

    /// <summary>All of a space, by name.</summary>
    public Task<IReadOnlyList<Topic>> ListAsync(Space space, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Topic>>(
            async connection =>
            [
                .. (await connection.QueryAsync<Row>($"{Select} WHERE space_id = @space ORDER BY name_key", new { space = space.Id }))
                    .Select(row => row.ToTopic()),
            ],
            cancellationToken);

    public async Task<Topic?> FindAsync(Space space, string name, CancellationToken cancellationToken)
    {
        Row? row = await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row?>(
                $"{Select} WHERE space_id = @space AND name_key = @key", new { space = space.Id, key = KeyOf(name) }),
            cancellationToken);
        return row?.ToTopic();
    }

    /// <summary>What these spaces mean by these names; a pair without an entry means just its words.</summary>
    public async Task<IReadOnlyDictionary<(long SpaceId, string Key), TopicWords>> OfSpacesAsync(
        IReadOnlyCollection<long> spaces, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        string[] keys = [.. names.Select(KeyOf).Distinct(StringComparer.Ordinal)];
        if (keys.Length == 0)
        {
            return new Dictionary<(long SpaceId, string Key), TopicWords>();
        }

        IEnumerable<KeyedRow> rows = await database.ReadAsync(
            connection => connection.QueryAsync<KeyedRow>(
                $"""
                SELECT space_id AS SpaceId, name_key AS Key, include AS Include, exclude AS Exclude FROM topic
                WHERE {database.Dialect.In("space_id", "@spaces")}
                """,
                new { spaces = database.Dialect.Ids(spaces) }),
            cancellationToken);
        return rows.Where(row => keys.Contains(row.Key)).ToDictionary(row => (row.SpaceId, row.Key), row => new TopicWords(row.Include, row.Exclude));
    }

    /// <summary>Defines a topic, or defines it anew.</summary>
    /// <returns>False where the space has as many as it may have.</returns>
    public Task<bool> SaveAsync(Space space, Topic topic, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async transaction =>
            {
                var given = new
                {
                    space = space.Id,
                    key = KeyOf(topic.Name),
                    name = topic.Name,
                    include = topic.Words.Include,
                    exclude = topic.Words.Exclude,
                    now = clock.GetUtcNow().ToStore(),
                };
                long others = await transaction.ScalarAsync<long>(
                    "SELECT count(*) FROM topic WHERE space_id = @space AND name_key <> @key", given);
                if (!space.IsOperator && others >= Limit)
                {
                    return false;
                }

                await transaction.ExecuteAsync(
                    """
                    INSERT INTO topic (space_id, name_key, name, include, exclude, created_at)
                    VALUES (@space, @key, @name, @include, @exclude, @now)
                    ON CONFLICT (space_id, name_key) DO UPDATE
                    SET name = excluded.name, include = excluded.include, exclude = excluded.exclude
                    """,
                    given);
                return true;
            },
            cancellationToken);

    /// <returns>False where there is none of this name.</returns>
    public async Task<bool> RemoveAsync(Space space, string name, CancellationToken cancellationToken) =>
        await database.InTransactionAsync(
            transaction => transaction.ExecuteAsync(
                "DELETE FROM topic WHERE space_id = @space AND name_key = @key", new { space = space.Id, key = KeyOf(name) }),
            cancellationToken) > 0;

    /// <summary>Equal for names that mean the same.</summary>
    public static string KeyOf(string name) =>
        string.Join(' ', name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private sealed record Row(string Name, string Include, string Exclude)
    {
        public Topic ToTopic() => new(Name, new(Include, Exclude));
    }

    private sealed record KeyedRow
    {
        public long SpaceId { get; init; }

        public string Key { get; init; } = "";

        public string Include { get; init; } = "";

        public string Exclude { get; init; } = "";
    }
}

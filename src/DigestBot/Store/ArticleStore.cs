using Dapper;
using DigestBot.News;

namespace DigestBot.Store;

/// <summary>Reads articles, always as one space may see them.</summary>
/// <remarks>A window is a range of ids, which begin with the effective date: exact to the second.</remarks>
internal sealed class ArticleStore(Database database)
{
    /// <summary>Counting stops here; a window that holds more is said to hold this many.</summary>
    public const int MaxCounted = 100_000;

    /// <summary>Characters that hold the first sentences of nearly every article.</summary>
    private const int OpeningLength = 400;

    private const string FromVisible = "FROM article a JOIN source s ON s.id = a.source_id";

    /// <summary>Walks the window backwards by id; a test looks at how databases do that.</summary>
    internal static readonly string Openings = $"""
        SELECT substr(a.text, 1, {OpeningLength}) {FromVisible}
        WHERE a.id BETWEEN @from AND @to AND {Visibility.Of("s")} ORDER BY a.id DESC LIMIT @max
        """;

    private readonly Dialect _dialect = database.Dialect;

    /// <summary>Those of the ids that the space may see, newest first, with their term vectors.</summary>
    public async Task<IReadOnlyList<ArticleHead>> HeadsAsync(
        Space space, IReadOnlyCollection<long> ids, NewsWindow window, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<ArticleHead>(
                $"""
                SELECT a.id AS Id, a.source_id AS SourceId, s.site AS Site, a.story_id AS StoryId, t.vector AS Vector
                FROM article a {_dialect.Through("article_head")}
                JOIN source s ON s.id = a.source_id JOIN article_terms t ON t.article_id = a.id
                WHERE {_dialect.In("a.id", "@ids")} AND a.id BETWEEN @from AND @to AND {Visibility.Of("s")}
                ORDER BY a.id DESC
                """,
                new { ids = _dialect.Ids(ids), from = ArticleId.First(window.From), to = ArticleId.Last(window.To), space = space.Id })).AsList(),
            cancellationToken);

    /// <summary>The newest <paramref name="max"/> articles of the window that the space may see, without their term vectors.</summary>
    public async Task<IReadOnlyList<ArticleHead>> NewestAsync(
        Space space, NewsWindow window, int max, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (IReadOnlyList<ArticleHead>)[.. (await connection.QueryAsync<HeadRow>(
                $"""
                SELECT a.id AS Id, a.source_id AS SourceId, s.site AS Site, a.story_id AS StoryId
                FROM article a {_dialect.Through("article_head")} JOIN source s ON s.id = a.source_id
                WHERE a.id BETWEEN @from AND @to AND {Visibility.Of("s")}
                ORDER BY a.id DESC LIMIT @max
                """,
                new { from = ArticleId.First(window.From), to = ArticleId.Last(window.To), space = space.Id, max }))
                .Select(row => row.ToHead())],
            cancellationToken);

    /// <summary>Those of the ids that the space may see, oldest first, with their texts and how much of these it may quote.</summary>
    public Task<IReadOnlyList<Article>> ReadAsync(
        Space space, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        QueryAsync(
            $"SELECT {ArticleRow.Columns}, {ArticleRow.OfSpace} {FromVisible} WHERE {_dialect.In("a.id", "@ids")} AND {Visibility.Of("s")} ORDER BY a.id",
            new { ids = _dialect.Ids(ids), space = space.Id },
            cancellationToken);

    /// <summary>The texts that visible articles had before they were edited, by article.</summary>
    public async Task<ILookup<long, string>> EarlierTextsAsync(
        Space space, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<VersionRow>(
                $"""
                SELECT v.article_id AS ArticleId, v.text AS Text
                FROM article_version v JOIN article a ON a.id = v.article_id JOIN source s ON s.id = a.source_id
                WHERE {_dialect.In("v.article_id", "@ids")} AND {Visibility.Of("s")} ORDER BY v.article_id, v.version
                """,
                new { ids = _dialect.Ids(ids), space = space.Id })).ToLookup(row => row.ArticleId, row => row.Text),
            cancellationToken);

    /// <summary>The newest <paramref name="max"/> articles of a stored story in the window that the space may see, without texts.</summary>
    public async Task<IReadOnlyList<ArticleHead>> OfStoriesAsync(
        Space space, IReadOnlyCollection<long> storyIds, NewsWindow window, int max, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<ArticleHead>(
                $"""
                SELECT a.id AS Id, a.source_id AS SourceId, s.site AS Site, a.story_id AS StoryId, t.vector AS Vector
                FROM article a {_dialect.Through("article_story")}
                JOIN source s ON s.id = a.source_id JOIN article_terms t ON t.article_id = a.id
                WHERE {_dialect.In("a.story_id", "@storyIds")} AND a.story_id > 0
                  AND a.id BETWEEN @from AND @to AND {Visibility.Of("s")}
                ORDER BY a.id DESC LIMIT @max
                """,
                InStories(space, storyIds, window, max))).AsList(),
            cancellationToken);

    /// <summary>The same without term vectors, which is so cheap that it may be asked of whole stories.</summary>
    public async Task<IReadOnlyList<ArticleHead>> MembersAsync(
        Space space, IReadOnlyCollection<long> storyIds, NewsWindow window, int max, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (IReadOnlyList<ArticleHead>)[.. (await connection.QueryAsync<HeadRow>(
                $"""
                SELECT a.id AS Id, a.source_id AS SourceId, s.site AS Site, a.story_id AS StoryId
                FROM article a {_dialect.Through("article_story")} JOIN source s ON s.id = a.source_id
                WHERE {_dialect.In("a.story_id", "@storyIds")} AND a.story_id > 0
                  AND a.id BETWEEN @from AND @to AND {Visibility.Of("s")}
                ORDER BY a.id DESC LIMIT @max
                """,
                InStories(space, storyIds, window, max))).Select(row => row.ToHead())],
            cancellationToken);

    /// <summary>Those of the ids that the space may see, newest first, without their term vectors.</summary>
    public async Task<IReadOnlyList<ArticleHead>> PlacesAsync(
        Space space, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (IReadOnlyList<ArticleHead>)[.. (await connection.QueryAsync<HeadRow>(
                $"""
                SELECT a.id AS Id, a.source_id AS SourceId, a.story_id AS StoryId
                FROM article a {_dialect.Through("article_head")} JOIN source s ON s.id = a.source_id
                WHERE {_dialect.In("a.id", "@ids")} AND {Visibility.Of("s")} ORDER BY a.id DESC
                """,
                new { ids = _dialect.Ids(ids), space = space.Id })).Select(row => row.ToHead())],
            cancellationToken);

    /// <summary>Headlines of those of the ids that the space may see.</summary>
    public async Task<IReadOnlyDictionary<long, string>> TitlesAsync(
        Space space, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<(long Id, string Title)>(
                $"SELECT a.id, a.title {FromVisible} WHERE {_dialect.In("a.id", "@ids")} AND {Visibility.Of("s")}",
                new { ids = _dialect.Ids(ids), space = space.Id })).ToDictionary(row => row.Id, row => row.Title),
            cancellationToken);

    private object InStories(Space space, IReadOnlyCollection<long> storyIds, NewsWindow window, int max) => new
    {
        storyIds = _dialect.Ids(storyIds),
        from = ArticleId.First(window.From),
        to = ArticleId.Last(window.To),
        space = space.Id,
        max,
    };

    /// <summary>Of the newest articles of the window that the space may see, those that came in after an instant.</summary>
    public async Task<IReadOnlySet<long>> SeenAfterAsync(
        Space space, NewsWindow window, DateTimeOffset after, int max, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<long>(
                $"""
                SELECT a.id {FromVisible}
                WHERE a.id BETWEEN @from AND @to AND a.seen > @after AND {Visibility.Of("s")} ORDER BY a.id DESC LIMIT @max
                """,
                new
                {
                    from = ArticleId.First(window.From),
                    to = ArticleId.Last(window.To),
                    after = after.ToStore(),
                    space = space.Id,
                    max,
                })).ToHashSet(),
            cancellationToken);

    /// <summary>When those of these articles came in that the space may see.</summary>
    public async Task<IReadOnlyDictionary<long, DateTimeOffset>> SeenAsync(
        Space space, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<(long Id, long Seen)>(
                $"SELECT a.id, a.seen {FromVisible} WHERE {_dialect.In("a.id", "@ids")} AND {Visibility.Of("s")}",
                new { ids = _dialect.Ids(ids), space = space.Id })).ToDictionary(row => row.Id, row => Instant.FromStore(row.Seen)),
            cancellationToken);

    /// <summary>How many articles of these sources and of the window the space may see, up to <paramref name="most"/>.</summary>
    public Task<long> CountAsync(
        Space space, IReadOnlyCollection<long> sources, NewsWindow window, int most, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(
                $"""
                SELECT count(*) FROM (
                  SELECT 1 FROM article a JOIN source s ON s.id = a.source_id
                  WHERE {_dialect.In("a.source_id", "@sources")} AND a.id BETWEEN @from AND @to AND {Visibility.Of("s")} LIMIT @most) counted
                """,
                new
                {
                    sources = _dialect.Ids(sources),
                    from = ArticleId.First(window.From),
                    to = ArticleId.Last(window.To),
                    space = space.Id,
                    most,
                }),
            cancellationToken);

    /// <summary>How many articles of the window the space may see.</summary>
    public Task<long> CountAsync(Space space, NewsWindow window, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(
                $"""
                SELECT count(*) FROM (
                  SELECT 1 FROM article a JOIN source s ON s.id = a.source_id
                  WHERE a.effective BETWEEN @from AND @to AND {Visibility.Of("s")} LIMIT @max) counted
                """,
                new { from = window.From.ToStore(), to = window.To.ToStore(), space = space.Id, max = MaxCounted }),
            cancellationToken);

    /// <summary>How the newest articles of the window that the space may see begin.</summary>
    public async Task<IReadOnlyList<string>> OpeningsAsync(Space space, NewsWindow window, int max, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection => (await connection.QueryAsync<string>(
                Openings, new { from = ArticleId.First(window.From), to = ArticleId.Last(window.To), space = space.Id, max })).AsList(),
            cancellationToken);

    /// <summary>How many articles the space may see in all; kept per source, so that it costs no scan.</summary>
    public Task<long> CountAllAsync(Space space, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.ExecuteScalarAsync<long>(
                $"SELECT COALESCE(sum(s.articles), 0) FROM source s WHERE {Visibility.Of("s")}", new { space = space.Id }),
            cancellationToken);

    /// <summary>True while nothing at all is stored.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async connection => await connection.ExecuteScalarAsync<long?>("SELECT id FROM article LIMIT 1") is null, cancellationToken);

    private async Task<IReadOnlyList<Article>> QueryAsync(string sql, object parameters, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            async connection =>
                (IReadOnlyList<Article>)[.. (await connection.QueryAsync<ArticleRow>(sql, parameters)).Select(row => row.ToArticle())],
            cancellationToken);

    private sealed record HeadRow
    {
        public long Id { get; init; }

        public long SourceId { get; init; }

        public long? Site { get; init; }

        public long? StoryId { get; init; }

        public ArticleHead ToHead() => new(Id, SourceId, Site, StoryId, []);
    }

    private sealed record VersionRow(long ArticleId, string Text);
}

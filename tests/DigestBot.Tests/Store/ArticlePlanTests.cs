using Dapper;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;

namespace DigestBot.Tests.Store;

/// <summary>Whoever types waits for these: however many articles there are, a window is read from its newest end.</summary>
public sealed class ArticlePlanTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sqlite_walks_the_newest_openings_by_their_ids()
    {
        string[] steps = [.. (await PlanAsync("sqlite", "EXPLAIN QUERY PLAN")).Select(step => (string)step.detail)];

        Assert.Equal("SEARCH a USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)", steps[0]);
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Postgresql_walks_the_newest_openings_by_their_ids()
    {
        string plan = string.Join('\n', (await PlanAsync("postgresql", "EXPLAIN")).Select(step => (string)((IDictionary<string, object>)step)["QUERY PLAN"]));

        Assert.Contains("Index Scan Backward using article_pkey on article a", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("url_key", "article_url")]
    [InlineData("title_key", "article_title")]
    [InlineData("id", "INTEGER PRIMARY KEY")]
    public async Task Sqlite_finds_an_article_under_another_id_by_an_index(string key, string index) => Assert.Contains(
        $"USING {(key == "id" ? "" : "INDEX ")}{index}",
        Assert.Single(await PlanAsync("sqlite", "EXPLAIN QUERY PLAN", $"{ArticleTwins.Select} {key} = @key ORDER BY id DESC LIMIT 4")).detail,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("url_key", "article_url")]
    [InlineData("title_key", "article_title")]
    public async Task Postgresql_finds_an_article_under_another_id_by_an_index(string key, string index)
    {
        IEnumerable<dynamic> plan = await PlanAsync("postgresql", "EXPLAIN", $"{ArticleTwins.Select} {key} = @key ORDER BY id DESC LIMIT 4");

        Assert.Contains(plan, step => ((string)((IDictionary<string, object>)step)["QUERY PLAN"]).Contains(index, StringComparison.Ordinal));
    }

    // As many as it takes for an index to be worth its while.
    private static async Task<IEnumerable<dynamic>> PlanAsync(string provider, string explain, string? query = null)
    {
        await using TestBot bot = await TestBot.StartAsync(provider, Cancel);
        DateTimeOffset now = bot.Clock.GetUtcNow();
        await bot.ImportAsync(
            bot.Operator, "Wire", Cancel, [.. Enumerable.Range(0, 2_000).Select(i => Articles.Article($"Headline {i}", $"Report {i} was read out.", now.AddMinutes(-i)))]);
        if (provider == "postgresql")
        {
            await bot.Get<Database>().ReadAsync(connection => connection.ExecuteAsync("ANALYZE article"), Cancel);
        }

        return await bot.Get<Database>().ReadAsync(
            connection => connection.QueryAsync($"{explain} {query ?? ArticleStore.Openings}", new { from = 0L, to = long.MaxValue, space = bot.Operator.Id, max = 50, source = 1L, key = 1L }), Cancel);
    }
}

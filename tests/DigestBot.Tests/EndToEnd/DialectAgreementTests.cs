using System.Text;
using Dapper;
using DigestBot.Ingest;
using DigestBot.Store;
using DigestBot.Stories;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DigestBot.Tests.EndToEnd;

/// <summary>SQLite and PostgreSQL index the same and start safely, however many start at once.</summary>
public sealed class DialectAgreementTests
{
    private const int Nodes = 5;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_indexes_hold_the_same_words()
    {
        await using TestBot sqlite = await TestBot.StartAsync("sqlite", Cancel);
        await using TestBot postgres = await TestBot.StartAsync("postgresql", Cancel);
        string[] files = [RepositoryRoot.Combine("samples", "news.jsonl"), Strange(sqlite)];
        foreach (TestBot bot in (TestBot[])[sqlite, postgres])
        {
            IngestReport report = await bot.Get<Importer>().ImportAsync(bot.Operator, files, "Strange", null, Cancel);
            Assert.Empty(report.Failed);
            await bot.Get<StoryGrouper>().RunAsync(Cancel);
        }

        (string, long)[] inSqlite = [.. await SqliteWordsAsync(sqlite.File)];
        (string, long)[] inPostgres = [.. await PostgresWordsAsync(postgres)];

        Assert.True(inSqlite.Length > 2000);
        Assert.Equal(inSqlite, inPostgres);
    }

    [Fact]
    public async Task Five_nodes_that_start_on_an_empty_PostgreSQL_all_get_a_store()
    {
        PostgresServer server = await PostgresServer.StartedAsync(Cancel);
        string connection = await server.CreateDatabaseAsync(Cancel);

        await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ => Task.Run(() => new PostgresDialect(connection).MigrateAsync(Cancel), Cancel)));

        await using var store = new NpgsqlConnection(connection);
        Assert.Equal(Scripts("Postgres"), await store.QueryAsync<string>("SELECT scriptname FROM schema_version ORDER BY scriptname"));
        Assert.Equal(0, await store.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"));
        await server.DropDatabaseAsync(connection, Cancel);
    }

    [Fact]
    public async Task Five_processes_that_start_on_an_empty_folder_all_get_a_store()
    {
        using var folder = new DataFolder();
        string article = folder.Write("a.txt", "Title\n\nThe same article from every process.");

        BotRun[] runs = await Task.WhenAll(Enumerable.Range(0, Nodes).Select(_ =>
            BotProcess.RunAsync(folder, "ingest", article, "--data", folder.Data)));

        Assert.All(runs, run => run.Done());
        await using SqliteConnection store = folder.Open();
        Assert.Equal(Scripts("Sqlite"), await store.QueryAsync<string>("SELECT scriptname FROM schema_version ORDER BY scriptname"));
        Assert.Equal(1, await store.ExecuteScalarAsync<long>("SELECT count(*) FROM article"));
        await StoreAudit.IsSoundAsync(store);
    }

    // What could be split or folded in two ways.
    private static string Strange(TestBot bot)
    {
        string file = Path.Combine(bot.Folder, "strange.txt");
        File.WriteAllText(file, """
            It's 3.5 o'clock: the U.S.-led co-operation's "e-mail" & 'quotes' | a:b* (not) \backslash

            Zürich, Łódź, İstanbul, ISTANBUL, naïve, Ångström, Ελλάδα, Москва, ёлка, العراق, עברית, 東京都, ไทย, e\u0301te\u0301, ﬁnance.
            A&B OR NOT near(x) _shared _s1 __ 1,200.50 € 10% 9/11 AT&T C++ #tag @name user_name https://a.example/x?y=z 😀 5½ ²³ Ⅷ
            """.Replace("\\u0301", "\u0301", StringComparison.Ordinal), Encoding.UTF8);
        return file;
    }

    private static async Task<IEnumerable<(string, long)>> SqliteWordsAsync(string file)
    {
        await using var store = new SqliteConnection($"Data Source={file};Pooling=False");
        await store.OpenAsync(Cancel);
        await store.ExecuteAsync("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, article_index, row)");
        return Ordered(await store.QueryAsync<(string, long)>("SELECT term, doc FROM temp.words"));
    }

    private static async Task<IEnumerable<(string, long)>> PostgresWordsAsync(TestBot bot) => Ordered(await bot.Get<Database>().ReadAsync(
        connection => connection.QueryAsync<(string, long)>("SELECT word, CAST(ndoc AS bigint) FROM ts_stat('SELECT terms FROM article_index')"),
        Cancel));

    private static IEnumerable<(string, long)> Ordered(IEnumerable<(string Word, long Articles)> words) =>
        words.OrderBy(word => word.Word, StringComparer.Ordinal);

    private static string[] Scripts(string dialect) =>
    [
        .. typeof(Database).Assembly.GetManifestResourceNames()
            .Where(name => name.Contains($".Migrations.{dialect}.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}

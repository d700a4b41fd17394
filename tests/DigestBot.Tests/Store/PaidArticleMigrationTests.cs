using System.Data.Common;
using Dapper;
using DbUp;
using DbUp.Builder;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace DigestBot.Tests.Store;

/// <summary>Of articles that were stored before changes and payment were, neither is known.</summary>
public sealed class PaidArticleMigrationTests
{
    private static readonly long Id = ArticleId.Create(TestBot.Begin, 7);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_sqlite_store_keeps_its_articles_without_either()
    {
        using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Data);
        string connection = $"Data Source={folder.Store}";
        Upgrade(DeployChanges.To.SqliteDatabase(connection).JournalToSqliteTable(MigrationScripts.JournalName), "Sqlite");
        await using (SqliteConnection old = folder.Open())
        {
            await FillAsync(old);
        }

        await IsKeptAsync(StoreProvider.Sqlite, connection);
    }

    [Fact]
    public async Task An_older_postgresql_store_keeps_its_articles_without_either()
    {
        string connection = await (await PostgresServer.StartedAsync(Cancel)).CreateDatabaseAsync(Cancel);
        Upgrade(DeployChanges.To.PostgresqlDatabase(connection).JournalToPostgresqlTable("public", MigrationScripts.JournalName), "Postgres");
        await using (var old = new NpgsqlConnection(connection))
        {
            await old.OpenAsync(Cancel);
            await FillAsync(old);
        }

        await IsKeptAsync(StoreProvider.Postgresql, connection);
    }

    private static void Upgrade(UpgradeEngineBuilder builder, string dialect) => MigrationScripts.RunOrThrow(builder
        .WithScriptsEmbeddedInAssembly(
            typeof(MigrationScripts).Assembly,
            name => name.Contains($".Migrations.{dialect}.00", StringComparison.Ordinal)
                && string.CompareOrdinal(name[(name.IndexOf(".00", StringComparison.Ordinal) + 1)..], "0024") < 0)
        .WithVariablesDisabled()
        .Build());

    private static async Task FillAsync(DbConnection connection)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO source (id, key, kind, name, shared, paused, failures, articles, added_at) VALUES (1, 'old', 'feed', 'Old Post', 1, 0, 0, 1, 1)
            """);
        await connection.ExecuteAsync(
            """
            INSERT INTO article (id, source_id, identity, content_hash, seen, effective, url, title, text)
            VALUES (@Id, 1, @identity, 1, 1, 1, 'https://a.example/dam', 'Dam breaks', 'The dam broke.')
            """,
            new { Id, identity = new byte[16] });
    }

    private static async Task IsKeptAsync(StoreProvider provider, string connection)
    {
        var database = new Database(Options.Create(new StoreOptions { Provider = provider, ConnectionString = connection }));
        Space space = await new SpaceStore(database, new FakeTimeProvider()).GetOrAddAsync("discord:1", Cancel);

        Article article = Assert.Single(await new ArticleStore(database).ReadAsync(space, [Id], Cancel));

        Assert.Equal(("The dam broke.", null, false), (article.Text, article.Modified, article.IsPaywalled));
    }
}

using System.Data.Common;
using Dapper;
using DigestBot.News;
using DigestBot.Store;
using DigestBot.Tests.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Store;

/// <summary>Of articles that were stored before changes and payment were, neither is known.</summary>
public sealed class PaidArticleMigrationTests
{
    private static readonly long Id = ArticleId.Create(TestBot.Begin, 7);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public Task An_older_store_keeps_its_articles_without_either(string provider) =>
        OlderStore.UpgradedAsync(provider, "0024", FillAsync, IsKeptAsync);

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

    private static async Task IsKeptAsync(StoreOptions options)
    {
        var database = new Database(Options.Create(options));
        Space space = await new SpaceStore(database, new FakeTimeProvider()).GetOrAddAsync("discord:1", Cancel);

        Article article = Assert.Single(await new ArticleStore(database).ReadAsync(space, [Id], Cancel));

        Assert.Equal(("The dam broke.", null, false), (article.Text, article.Modified, article.IsPaywalled));
    }
}

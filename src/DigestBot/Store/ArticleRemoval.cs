using System.Data.Common;
using Dapper;
using DigestBot.Summaries;

namespace DigestBot.Store;

/// <summary>Takes articles out of the store: index, term vector, frequencies, earlier versions, row and counter.</summary>
internal static class ArticleRemoval
{
    /// <summary>Selects what <see cref="RunAsync"/> has to know.</summary>
    public const string Select = """
        SELECT a.id AS Id, a.source_id AS SourceId, s.shared AS Shared, a.story_id AS StoryId, a.identity AS Identity,
          a.title AS Title, a.text AS Text, a.language AS Language, t.analyzer_version AS Version
        FROM article a JOIN source s ON s.id = a.source_id LEFT JOIN article_terms t ON t.article_id = a.id
        """;

    public static async Task RunAsync(
        Dialect dialect, DbConnection connection, DbTransaction transaction, IReadOnlyCollection<StoredText> articles)
    {
        await using var index = new IndexBatch(dialect, connection, transaction);
        foreach (StoredText article in articles)
        {
            if (article.Version == TextAnalyzer.Version)
            {
                await index.RemoveAsync(
                    article.Id, new IndexScope(article.SourceId, article.Shared), IndexedText.Analyze(article.Title, article.Text, article.Language));
            }
            else
            {
                await index.RemoveEntryAsync(article.Id);
            }
        }

        await index.CompleteAsync();
        var these = new { ids = dialect.Ids([.. articles.Select(article => article.Id)]) };
        await connection.ExecuteAsync($"DELETE FROM article_version WHERE {dialect.In("article_id", "@ids")}", these, transaction);
        await connection.ExecuteAsync($"DELETE FROM article WHERE {dialect.In("id", "@ids")}", these, transaction);
        foreach (IGrouping<long, StoredText> source in articles.GroupBy(article => article.SourceId).OrderBy(source => source.Key))
        {
            await connection.ExecuteAsync(
                "UPDATE source SET articles = articles - @erased WHERE id = @source",
                new { source = source.Key, erased = source.Count() },
                transaction);
        }
    }
}

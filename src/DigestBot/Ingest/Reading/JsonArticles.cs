using System.Text.Json;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads a .json file: one article, an array of articles, or a JSON Feed.</summary>
internal static class JsonArticles
{
    public static IEnumerable<ReadResult> Read(ArticleFile file, string text)
    {
        using JsonDocument? document = JsonText.TryParse(text.AsMemory());
        if (document is null)
        {
            return [ReadResult.Failed(file.Path, "This is not valid JSON, or it is nested too deeply.")];
        }

        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Array => ReadArray(file, document.RootElement),
            JsonValueKind.Object when JsonFeedReader.IsJsonFeed(document.RootElement) => ReadFeed(file, document.RootElement),
            _ => [ReadOne(document.RootElement, file.Path, file.Address.AbsoluteUri)],
        };
    }

    private static List<ReadResult> ReadArray(ArticleFile file, JsonElement array) =>
        [.. array.EnumerateArray().Select((element, index) => ReadOne(element, $"{file.Path}, item {index + 1}", fallbackUrl: null))];

    private static List<ReadResult> ReadFeed(ArticleFile file, JsonElement root)
    {
        Feed feed = JsonFeedReader.Read(root, address: null);
        return [.. FeedArticles.From(feed).Select(ReadResult.Of), .. feed.Problems.Select(problem => ReadResult.Failed(file.Path, problem))];
    }

    private static ReadResult ReadOne(JsonElement element, string what, string? fallbackUrl)
    {
        (IncomingArticle? article, string? problem) = ArticleJson.Read(element);
        return article is null
            ? ReadResult.Failed(what, problem!)
            : ReadResult.Of(article with { Url = article.Url ?? fallbackUrl });
    }
}

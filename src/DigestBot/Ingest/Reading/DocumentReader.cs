using System.Runtime.CompilerServices;

namespace DigestBot.Ingest.Reading;

/// <summary>Reads files that are one document: a text, a page, a feed, a JSON document, a subscription list.</summary>
internal static class DocumentReader
{
    /// <summary>Bytes of one document after decompression.</summary>
    private const int MaxLength = 64 * 1024 * 1024;

    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        ArticleFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (byte[]? bytes, string? problem, long size) = await LoadAsync(file, cancellationToken);
        long unreported = size;
        foreach (ReadResult result in bytes is { Length: > 0 } || problem is null ? Read(file, bytes ?? []) : [])
        {
            yield return result with { BytesRead = unreported };
            unreported = 0;
        }

        if (problem is not null)
        {
            yield return ReadResult.Failed(file.Path, problem) with { BytesRead = unreported };
        }
    }

    private static async Task<(byte[]? Bytes, string? Problem, long Size)> LoadAsync(ArticleFile file, CancellationToken cancellationToken)
    {
        try
        {
            await using FileContent content = file.Open();
            byte[]? bytes = await content.ReadAllAsync(MaxLength, cancellationToken);
            return bytes is null
                ? (null, $"It is larger than {MaxLength / (1024 * 1024)} MB; split it, or use .jsonl, which may be of any size.", content.BytesRead)
                : (bytes, content.Problem, content.BytesRead);
        }
        catch (Exception exception) when (FileProblems.IsExpected(exception))
        {
            return (null, FileProblems.Describe(exception), 0);
        }
    }

    private static IEnumerable<ReadResult> Read(ArticleFile file, byte[] bytes)
    {
        if (BinaryContent.IsBinary(bytes))
        {
            return [ReadResult.Failed(file.Path, "This is not a text file.")];
        }

        string text = Encodings.Decode(bytes, contentType: null).Text;
        return file.Format switch
        {
            ArticleFormat.Text => [One(file, TextArticle.Read(text))],
            ArticleFormat.Markdown => [One(file, MarkdownArticle.Read(text))],
            ArticleFormat.WebPage => ReadPage(file, text),
            ArticleFormat.Json => JsonArticles.Read(file, text),
            ArticleFormat.Opml => ReadOpml(file, text),
            _ => ReadFeed(file, text),
        };
    }

    private static ReadResult One(ArticleFile file, IncomingArticle article) =>
        string.IsNullOrWhiteSpace(article.Text)
            ? ReadResult.Failed(file.Path, "There is no text in it.")
            : ReadResult.Of(article with { Url = article.Url ?? file.Address.AbsoluteUri });

    private static IEnumerable<ReadResult> ReadPage(ArticleFile file, string html)
    {
        WebPage page = WebPageReader.Read(html, file.Address);
        if (page.Text.Length == 0)
        {
            return [ReadResult.Failed(file.Path, page.Problems.Count > 0 ? page.Problems[^1] : "There is no text in it.")];
        }

        return [One(file, PageArticle.From(page))];
    }

    private static IEnumerable<ReadResult> ReadFeed(ArticleFile file, string text)
    {
        if (Opml.IsOpml(text))
        {
            return ReadOpml(file, text);
        }

        Feed feed = FeedReader.Read(text, address: null);
        return FeedArticles.From(feed).Select(ReadResult.Of)
            .Concat(feed.Problems.Select(problem => ReadResult.Failed(file.Path, problem)));
    }

    private static IEnumerable<ReadResult> ReadOpml(ArticleFile file, string text)
    {
        OpmlDocument opml = Opml.Read(text);
        return opml.Feeds.Count > 0
            ? [ReadResult.Of(opml)]
            : [ReadResult.Failed(file.Path, opml.Problems.Count > 0 ? opml.Problems[0] : "The list names no feeds.")];
    }
}

using DigestBot.Ingest.Reading;
using DigestBot.News;

namespace DigestBot.Ingest;

/// <summary>Reads a local file or folder as a source that is looked at again and again.</summary>
internal static class LocalFiles
{
    // A folder that is polled is read as a whole; what holds more is to be imported once with `ingest`.
    private const int MaxArticles = 20_000;
    private const int MaxProblems = 100;

    public static async Task<SourceReading> ReadAsync(string path, string? name, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            return new SourceReading.Failed("There is no such file or folder; an address begins with https://.");
        }

        var articles = new List<IncomingArticle>();
        var problems = new List<string>();
        await foreach (ReadResult result in ArticleFiles.ReadAsync(path, cancellationToken))
        {
            if (result.Failure is { } failure && problems.Count < MaxProblems)
            {
                problems.Add($"{failure.What}: {failure.Why}");
            }

            if (result.Article is { } article)
            {
                articles.Add(article);
            }

            if (articles.Count == MaxArticles)
            {
                problems.Add($"Only the first {MaxArticles} articles are read.");
                break;
            }
        }

        string full = Path.GetFullPath(path);
        return articles.Count == 0 && problems.Count > 0
            ? new SourceReading.Failed(problems[0])
            : new SourceReading.Found(SourceKind.Folder, full, name ?? Path.GetFileName(full.TrimEnd('/', '\\')), articles, problems);
    }
}

namespace DigestBot.Ingest.Reading;

/// <summary>A file that may hold articles: where it is and what its name says of it.</summary>
internal sealed record ArticleFile(string Path, ArticleFormat Format, bool IsCompressed)
{
    public const string Known = ".txt, .md, .html, .xml, .rss, .atom, .rdf, .json, .jsonl and .opml, each also with .gz";

    public Uri Address => new(System.IO.Path.GetFullPath(Path));

    public static ArticleFile At(string path)
    {
        string extension = System.IO.Path.GetExtension(path).ToLowerInvariant();
        bool isCompressed = extension == ".gz";
        if (isCompressed)
        {
            extension = System.IO.Path.GetExtension(System.IO.Path.GetFileNameWithoutExtension(path)).ToLowerInvariant();
        }

        return new ArticleFile(path, FromExtension(extension), isCompressed);
    }

    /// <summary>The file's bytes, decompressed. Throws what opening a file throws.</summary>
    public FileContent Open() => FileContent.Open(Path, IsCompressed);

    private static ArticleFormat FromExtension(string extension) => extension switch
    {
        ".txt" or ".text" => ArticleFormat.Text,
        ".md" or ".markdown" => ArticleFormat.Markdown,
        ".html" or ".htm" or ".xhtml" => ArticleFormat.WebPage,
        ".xml" or ".rss" or ".atom" or ".rdf" => ArticleFormat.Feed,
        ".json" => ArticleFormat.Json,
        ".jsonl" or ".ndjson" => ArticleFormat.JsonLines,
        ".opml" => ArticleFormat.Opml,
        _ => ArticleFormat.Unknown,
    };
}

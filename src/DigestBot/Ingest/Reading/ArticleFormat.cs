namespace DigestBot.Ingest.Reading;

/// <summary>The kinds of files that hold articles, told by their names.</summary>
internal enum ArticleFormat
{
    Unknown,
    Text,
    Markdown,
    WebPage,
    Feed,
    Json,
    JsonLines,
    Opml,
}

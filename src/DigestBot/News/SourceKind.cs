namespace DigestBot.News;

/// <summary>What kind of place articles come from.</summary>
internal enum SourceKind
{
    /// <summary>A feed that is polled.</summary>
    Feed,

    /// <summary>A web page that is polled and read as one article.</summary>
    Page,

    /// <summary>A sitemap that is polled: its new pages are read as articles.</summary>
    Sitemap,

    /// <summary>A folder of files that is polled.</summary>
    Folder,

    /// <summary>A publisher named by articles that were imported; never polled.</summary>
    Import,
}

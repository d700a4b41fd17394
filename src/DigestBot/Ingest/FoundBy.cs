namespace DigestBot.Ingest;

/// <summary>How a source was found where somebody looked for one.</summary>
internal enum FoundBy
{
    /// <summary>It is at the address that was named.</summary>
    Address,

    /// <summary>The page at that address names it.</summary>
    Link,

    /// <summary>It is where feeds of a site usually are.</summary>
    UsualPath,

    /// <summary>It is the sitemap of the site.</summary>
    Sitemap,
}

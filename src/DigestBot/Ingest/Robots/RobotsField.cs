namespace DigestBot.Ingest.Robots;

/// <summary>What a line of a robots.txt says.</summary>
internal enum RobotsField
{
    /// <summary>Nothing that concerns us: other records do not end a group.</summary>
    Other,
    UserAgent,
    Allow,
    Disallow,
    CrawlDelay,
    Sitemap,
}

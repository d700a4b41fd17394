namespace DigestBot.Ingest.Reading;

/// <summary>One subscription of an OPML list.</summary>
/// <param name="Title">As shown, or null.</param>
/// <param name="FeedUrl">Always http or https.</param>
/// <param name="SiteUrl">The site of the feed, or null.</param>
/// <param name="Folder">The folders it is in, as <see cref="FolderPath"/> writes them; null at the top.</param>
internal sealed record OpmlFeed(string? Title, Uri FeedUrl, Uri? SiteUrl, string? Folder);

namespace DigestBot.News;

/// <summary>How a source came to a space.</summary>
/// <param name="AddedAt">When.</param>
/// <param name="Place">The channel where it was added, such as <c>discord:12</c>; null where that is not known, or at a terminal.</param>
/// <param name="ToldAt">When it was last told there that the source is given up; null for never.</param>
internal sealed record SourceOrigin(DateTimeOffset AddedAt, string? Place, DateTimeOffset? ToldAt);

namespace DigestBot.Schedules.Running;

/// <summary>A sentence as it is remembered once it was shown.</summary>
/// <param name="Sentence">Its key.</param>
/// <param name="ArticleId">Where it stands.</param>
internal readonly record struct ShownQuote(long Sentence, long ArticleId);

namespace DigestBot.News;

/// <summary>How much a publisher counts among those that report a story, as a space has set it for a source.</summary>
internal enum SourceTier
{
    Usual,
    First,
    Minor,
}

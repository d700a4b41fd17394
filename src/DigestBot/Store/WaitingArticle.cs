namespace DigestBot.Store;

/// <summary>A shared article as the grouper sees it.</summary>
internal sealed record WaitingArticle(long Id, long SourceId, long? Site, long? StoryId, byte[] Vector)
{
    public long Publisher => ArticleHead.PublisherOf(SourceId, Site);
}

namespace DigestBot.Chat;

// The frame of stories.
internal sealed partial class Phrases
{
    public string StoriesFound(long stories) => Say([stories]);

    public string StoriesNone => Say();

    public string StoryCounts(long publishers, long articles, string span) => Say([publishers, articles, span]);

    public string StoryTimeline => Say();

    public string StoryArticles => Say();

    public string PaywallMark => Say();

    public string StoryUnknown(string story) => Say([story]);

    public string StoriesChoose => Say();
}

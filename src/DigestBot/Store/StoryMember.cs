namespace DigestBot.Store;

/// <summary>An article and the story it was given; a story has the id of the article that founded it, or one beside it.</summary>
internal readonly record struct StoryMember(long ArticleId, long StoryId);

namespace DigestBot.Stories;

/// <summary>An article in a window, and the story that it is in for now.</summary>
internal sealed class PlacedArticle(StoryArticle article, StoryTerms terms, StoryRule rule, bool settled)
{
    public StoryArticle Article { get; } = article;

    public StoryTerms Terms { get; } = terms;

    public StoryRule Rule { get; } = rule;

    /// <summary>Whether it stays where it is, whatever comes.</summary>
    public bool Settled { get; } = settled;

    /// <summary>Null before it is placed and after it has left the window.</summary>
    public StoryProfile? Story { get; set; }

    /// <summary>The story that it is or was in; 0 before it is placed.</summary>
    public long StoryId { get; set; }

    /// <summary>The story that whoever keeps stories knows of; 0 for none.</summary>
    public long Told { get; set; }
}

using DigestBot.Store;

namespace DigestBot.Digests;

/// <summary>What became of a topic that somebody wanted to define: exactly one of the cases below.</summary>
internal abstract record TopicChange
{
    private TopicChange()
    {
    }

    public sealed record Saved(Topic Topic) : TopicChange;

    /// <summary>Nothing to look for is left of what was given.</summary>
    public sealed record NoWords : TopicChange;

    /// <summary>The list has more entries than one may have.</summary>
    public sealed record TooLong(int Most) : TopicChange;

    /// <summary>The space has as many topics as it may have.</summary>
    public sealed record TooMany(int Limit) : TopicChange;
}

using DigestBot.Store;

namespace DigestBot.Digests;

/// <summary>Says what a space means by a topic.</summary>
internal sealed class TopicBook(TopicStore topics)
{
    public async Task<TopicPattern> ReadAsync(Space space, string? topic, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(topic)
            ? TopicPattern.Everything
            : TopicPattern.Of(topic, (await topics.FindAsync(space, topic, cancellationToken))?.Words);
}

using DigestBot.Chat;
using DigestBot.Digests;

namespace DigestBot.Commands.Topics;

/// <summary>What is said of a topic that somebody wanted to define, in a chat and at the terminal.</summary>
internal static class TopicReply
{
    public static Reply Of(TopicChange change, Phrases phrases) => change switch
    {
        TopicChange.Saved { Topic: var topic } => new Reply.OfTopics([topic], phrases.TopicSaved(topic.Name)),
        TopicChange.NoWords => new Reply.Refusal(phrases.TopicNoWords),
        TopicChange.TooLong { Most: var most } => new Reply.Refusal(phrases.TopicTooManyEntries(most)),
        TopicChange.TooMany { Limit: var limit } => new Reply.Refusal(phrases.TopicsFull(limit)),
        _ => throw new InvalidOperationException($"No reply for {change.GetType().Name}."),
    };
}

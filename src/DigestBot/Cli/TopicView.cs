using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Cli;

/// <summary>A defined topic in JSON.</summary>
internal sealed record TopicView(string Name, IReadOnlyList<string> Include, IReadOnlyList<string> Exclude)
{
    public static TopicView From(Topic topic) =>
        new(topic.Name, TopicPattern.Split(topic.Words.Include), TopicPattern.Split(topic.Words.Exclude));
}

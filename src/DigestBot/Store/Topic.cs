namespace DigestBot.Store;

/// <summary>A topic that a space has defined.</summary>
/// <param name="Name">As people ask for it; capital letters make no difference.</param>
/// <param name="Words">What is looked for.</param>
internal sealed record Topic(string Name, TopicWords Words);

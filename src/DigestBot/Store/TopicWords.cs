namespace DigestBot.Store;

/// <summary>What a topic is written as; each a list with commas.</summary>
/// <param name="Include">An article about the topic has at least one of these.</param>
/// <param name="Exclude">And none of these.</param>
internal sealed record TopicWords(string Include, string Exclude);

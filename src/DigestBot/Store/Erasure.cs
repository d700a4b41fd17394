namespace DigestBot.Store;

/// <summary>What an article was, for those who know what documents and messages hold of it.</summary>
/// <param name="Ids">Ids that it has and had.</param>
/// <param name="Titles">Its headlines, earlier ones as well.</param>
/// <param name="Texts">Its texts, earlier ones as well.</param>
internal sealed record ErasedText(IReadOnlyCollection<long> Ids, IReadOnlyCollection<string> Titles, IReadOnlyCollection<string> Texts);

/// <summary>How to tell what holds an article, and how to take it out.</summary>
/// <param name="Redact">Given the document of a digest, the same without the article; null where it holds nothing of it.</param>
/// <param name="Holds">Whether a message or a question, as stored, holds a sentence of it.</param>
internal sealed record ErasureRules(Func<string, string?> Redact, Func<string, bool> Holds);

/// <summary>What was taken out of the store with an article.</summary>
/// <param name="Articles">How many stood under the address, in all sources.</param>
/// <param name="Digests">Stored digests that quoted it.</param>
/// <param name="Posts">Messages of the outbox, the sent ones as well, whose content is forgotten.</param>
/// <param name="Stopped">Of these, those that had not been sent and never will be.</param>
/// <param name="Conversations">Conversations in which it was quoted.</param>
/// <param name="Wiped">False where remains of deleted rows may still be in the store's file.</param>
internal sealed record Erased(int Articles, int Digests, int Posts, int Stopped, int Conversations, bool Wiped);

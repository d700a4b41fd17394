using DigestBot.Digests;
using DigestBot.Store;

namespace DigestBot.Commands;

/// <summary>What a message is about.</summary>
/// <param name="Digest">The digest that it refers to, or the one on screen; null when there is none, or none that the space may see.</param>
/// <param name="Conversation">What was said so far about that.</param>
internal sealed record Subject(Digest? Digest, Conversation Conversation);

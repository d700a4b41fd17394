namespace DigestBot.FakeDiscord.Messages;

/// <summary>The nonces that an author used in the past few minutes, and the messages that came of them.</summary>
internal sealed class NonceMemory(TimeProvider clock, TimeSpan window)
{
    private readonly Dictionary<(ulong Author, string Nonce), FakeMessage> _used = [];

    /// <summary>The message that was made with this nonce, while it is remembered.</summary>
    public FakeMessage? Find(ulong author, string nonce) =>
        _used.TryGetValue((author, nonce), out FakeMessage? made) && clock.GetUtcNow() - made.CreatedAt < window ? made : null;

    public void Remember(FakeMessage made, string nonce) => _used[(made.Author.Id, nonce)] = made;
}

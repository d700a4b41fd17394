using DigestBot.Chat;

namespace DigestBot.Delivery;

/// <summary>Sends what waits in the outbox.</summary>
internal sealed class Outbox
{
    /// <summary>Sends what may go now to one platform, and returns when nothing more may.</summary>
    /// <returns>How many requests were made.</returns>
    public Task<int> DrainAsync(ChatPlatform platform, CancellationToken cancellationToken) => throw new NotImplementedException();
}

namespace DigestBot.Delivery;

/// <summary>What a platform allows, and what it offers against doubles.</summary>
/// <param name="PerSecond">Posts a second, over all channels and nodes; kept below what the platform states.</param>
/// <param name="BetweenParts">Pause between two parts in one channel.</param>
/// <param name="NonceWindow">
/// For so long the platform drops a second message with the same nonce; zero where it does not.
/// </param>
/// <param name="CanLookBack">Whether a message that may have arrived can be found in the channel.</param>
internal sealed record ChatLimits(double PerSecond, TimeSpan BetweenParts, TimeSpan NonceWindow, bool CanLookBack);

namespace DigestBot.Discord;

/// <summary>The first frame of a connection.</summary>
/// <param name="HeartbeatInterval">In milliseconds.</param>
internal sealed record HelloEvent(double HeartbeatInterval);

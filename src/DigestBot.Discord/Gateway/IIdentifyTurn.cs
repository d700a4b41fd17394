namespace DigestBot.Discord;

/// <summary>The right to begin one session. Given back unused, it costs nothing.</summary>
/// <remarks>It is disposed of as soon as the session was asked for, and may be disposed of again.</remarks>
public interface IIdentifyTurn : IAsyncDisposable
{
    /// <summary>The session is being asked for in this moment.</summary>
    void Used();
}

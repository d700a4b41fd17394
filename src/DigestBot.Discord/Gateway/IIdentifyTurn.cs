namespace DigestBot.Discord;

/// <summary>The right to begin one session. Given back unused, it costs nothing.</summary>
public interface IIdentifyTurn : IAsyncDisposable
{
    /// <summary>The session is being asked for in this moment.</summary>
    void Used();
}

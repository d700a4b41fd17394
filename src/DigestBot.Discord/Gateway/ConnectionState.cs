namespace DigestBot.Discord;

/// <summary>How a client stands with the gateway.</summary>
public enum ConnectionState
{
    /// <summary>Not started, stopped, or given up.</summary>
    Disconnected,

    /// <summary>On the way to a session, for the first time or once more.</summary>
    Connecting,

    /// <summary>Events arrive.</summary>
    Connected,

    /// <summary>Being stopped.</summary>
    Disconnecting,
}

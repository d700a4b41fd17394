namespace DigestBot.Discord;

/// <summary>Why a connection ended.</summary>
internal enum EndReason
{
    /// <summary>We were asked to stop.</summary>
    Stopped,

    /// <summary>The gateway closed it.</summary>
    Closed,

    /// <summary>The gateway asked us to connect again.</summary>
    ReconnectAsked,

    /// <summary>The gateway does not want to go on yet, but the session lives.</summary>
    SessionPaused,

    /// <summary>The gateway knows no such session, or took no new one.</summary>
    SessionInvalid,

    /// <summary>Heartbeats were not answered.</summary>
    Silent,

    /// <summary>Something came that cannot be read.</summary>
    Garbled,

    /// <summary>The network failed, or a step took too long.</summary>
    Failed,

    /// <summary>Discord does not accept the token, as its HTTP API said.</summary>
    TokenRefused,
}

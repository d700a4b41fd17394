namespace DigestBot.Discord;

/// <summary>What follows when a connection to the gateway has ended.</summary>
internal enum AfterClose
{
    /// <summary>Connect again and go on where the session was.</summary>
    Resume,

    /// <summary>Connect again and start a session.</summary>
    NewSession,

    /// <summary>Never connect again: nothing would change before the owner changes something.</summary>
    Stop,
}

namespace DigestBot.Adapters.Discord.Incoming;

/// <summary>What became of a request that brings an interaction.</summary>
internal enum IntakeResult
{
    /// <summary>It is answered through the API.</summary>
    Taken,

    /// <summary>Discord asks whether somebody is there.</summary>
    Ping,

    /// <summary>Discord has not signed it, or not lately.</summary>
    NotSigned,

    /// <summary>It is signed, and still no interaction.</summary>
    Unreadable,

    /// <summary>Too many wait already.</summary>
    Full,
}

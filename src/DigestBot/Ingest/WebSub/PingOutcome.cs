namespace DigestBot.Ingest.WebSub;

/// <summary>What became of something that was sent to our address.</summary>
internal enum PingOutcome
{
    /// <summary>Noted: the source is asked as soon as it may be.</summary>
    Noted,

    /// <summary>Not signed by the hub. The hub is told the same as if it were noted, as the recommendation has it.</summary>
    Ignored,

    /// <summary>Nobody wants to know: the hub may forget us.</summary>
    Unknown,

    /// <summary>Larger than any feed that we would read.</summary>
    TooLarge,

    /// <summary>It did not come whole in time.</summary>
    TooSlow,
}

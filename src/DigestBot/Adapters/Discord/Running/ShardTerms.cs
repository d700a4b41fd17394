namespace DigestBot.Adapters.Discord.Running;

/// <summary>The times of a shard's lease. They are parts of one, so that none can be set against the others.</summary>
/// <remarks>
/// Invariant: a node whose store hangs sees that its lease ends after half of it, looks two rounds later at the latest, and so
/// stops a round before anybody else can begin; closing a connection takes two seconds at most.
/// </remarks>
/// <param name="Duration">When a node dies, another takes over after that.</param>
internal sealed record ShardTerms(TimeSpan Duration)
{
    /// <summary>So long before its end nobody counts on a lease any more.</summary>
    public TimeSpan Margin => Duration / 3;

    /// <summary>How often leases are renewed and looked for.</summary>
    public TimeSpan Round => Duration / 6;
}

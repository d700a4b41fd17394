namespace DigestBot.Delivery;

/// <summary>Whether a channel can be posted to, as its platform says before anything is: exactly one of the cases below.</summary>
internal abstract record Preflight
{
    private Preflight()
    {
    }

    /// <summary>It belongs to the space, and everything that a digest needs is allowed.</summary>
    public sealed record Fine : Preflight;

    /// <summary>It belongs to the space, and something is not allowed there.</summary>
    /// <param name="What">What, as the platform calls it in the reader's language; at least one.</param>
    public sealed record Missing(IReadOnlyList<string> What) : Preflight;

    /// <summary>There is no such channel, or it cannot hold a digest.</summary>
    public sealed record ChannelUnknown : Preflight;

    /// <summary>It belongs to somebody else.</summary>
    public sealed record NotInSpace : Preflight;

    /// <summary>The platform did not answer; to be asked again.</summary>
    public sealed record NotKnown(string Reason) : Preflight;

    /// <summary>No adapter speaks this platform here.</summary>
    public sealed record NotConnected : Preflight;
}

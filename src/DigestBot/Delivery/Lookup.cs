namespace DigestBot.Delivery;

/// <summary>What was found of a part that may have arrived: exactly one of the cases below.</summary>
internal abstract record Lookup
{
    private Lookup()
    {
    }

    /// <summary>It is there.</summary>
    public sealed record Found(string MessageId) : Lookup;

    /// <summary>It is not there, and will not come.</summary>
    public sealed record Missing : Lookup;

    /// <summary>The platform did not answer; to be asked again.</summary>
    public sealed record NotKnown(string Reason) : Lookup;
}

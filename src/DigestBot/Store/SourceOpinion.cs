namespace DigestBot.Store;

/// <summary>What people of a space think of the stories that a source reports.</summary>
internal sealed record SourceOpinion
{
    public long SourceId { get; init; }

    /// <summary>Those with an opinion.</summary>
    public long People { get; init; }

    /// <summary>The sum of what each thinks on average: from -1, never good, to 1, always good.</summary>
    public double Net { get; init; }
}

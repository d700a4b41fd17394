namespace DigestBot.Store;

/// <summary>How many opinions on answers are kept.</summary>
internal sealed record OpinionTotals
{
    public static OpinionTotals None { get; } = new();

    public long Good { get; init; }

    public long Bad { get; init; }

    public bool IsNone => Good + Bad == 0;
}

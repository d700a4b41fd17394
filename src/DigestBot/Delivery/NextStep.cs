using DigestBot.Store.Ledger;

namespace DigestBot.Delivery;

/// <summary>What is to be done with a post that was taken: exactly one of the cases below.</summary>
internal abstract record NextStep
{
    private NextStep()
    {
    }

    /// <summary>Send it.</summary>
    public sealed record Send : NextStep;

    /// <summary>Look whether it is there, and send it if it is not.</summary>
    public sealed record LookBack : NextStep;

    /// <summary>No request: it ends here.</summary>
    public sealed record Stop(PostEnd End) : NextStep;
}

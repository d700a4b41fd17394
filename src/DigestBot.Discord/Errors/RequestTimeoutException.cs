namespace DigestBot.Discord;

/// <summary>Discord did not answer in time.</summary>
public sealed class RequestTimeoutException : TimeoutException
{
    internal RequestTimeoutException(string route, TimeSpan timeout, bool mayHaveArrived, Exception? inner = null)
        : base($"{route}: no answer within {timeout.TotalSeconds:0.###} s{(mayHaveArrived ? "" : "; the request never left")}.", inner) =>
        MayHaveArrived = mayHaveArrived;

    /// <summary>False if no byte of the request was sent, so that Discord cannot have carried it out.</summary>
    public bool MayHaveArrived { get; }
}

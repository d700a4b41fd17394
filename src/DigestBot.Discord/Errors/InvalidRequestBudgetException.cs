namespace DigestBot.Discord;

/// <summary>A request was not made, because too many were refused lately: Discord would ban the address.</summary>
public sealed class InvalidRequestBudgetException : Exception
{
    internal InvalidRequestBudgetException(string route, int refused, TimeSpan retryAfter)
        : base($"{route}: not sent, since Discord refused {refused} requests in the last ten minutes and bans addresses at 10,000.") =>
        RetryAfter = retryAfter;

    /// <summary>When requests are made again.</summary>
    public TimeSpan RetryAfter { get; }
}

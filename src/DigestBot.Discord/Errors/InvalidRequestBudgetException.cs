namespace DigestBot.Discord;

/// <summary>A request was not made, because too many were refused lately: Discord would ban the address.</summary>
public sealed class InvalidRequestBudgetException : Exception
{
    internal InvalidRequestBudgetException(string message, TimeSpan? retryAfter)
        : base(message) => RetryAfter = retryAfter;

    /// <summary>When requests are made again; null if never by this client, since its token is not valid.</summary>
    public TimeSpan? RetryAfter { get; }
}
